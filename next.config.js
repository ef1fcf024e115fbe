import { PHASE_PRODUCTION_BUILD } from "next/constants.js";

/** @type {(phase: string) => import("next").NextConfig} */
export default (phase) => ({
  // Fixed when the product is built, for a portal's reverse proxy (product.md, section 3).
  basePath: process.env.APP_BASE_PATH ?? "",
  // The tests keep a second build, of a product below a path, beside the usual one.
  distDir: process.env.NEXT_DIST_DIR || ".next",
  // Each page and route is loaded when it is first asked for: loading all of them before the first answer would double the
  // time to start (docs/performance.md), and memory holds only what is used.
  experimental: { preloadEntriesOnStart: false },
  poweredByHeader: false,
  reactStrictMode: true,
  // Avatars go to the browser as they are; an optimizer would fetch addresses that Feishu's data names.
  images: { unoptimized: true },
  // Types are checked by `npm run check`, tests included; a build for running need not check them again.
  typescript: { ignoreBuildErrors: true },
  // Beside the usual build, a folder for containers that needs no node_modules. `next start` does not want to know.
  ...(phase === PHASE_PRODUCTION_BUILD ? { output: "standalone" } : {}),
  // Next otherwise guesses the root from lockfiles in the folders above.
  outputFileTracingRoot: import.meta.dirname,
});
