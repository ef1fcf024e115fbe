/** @type {import("next").NextConfig} */
export default {
  // Fixed when the product is built, for a portal's reverse proxy (product.md, section 3).
  basePath: process.env.APP_BASE_PATH ?? "",
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  typescript: { ignoreBuildErrors: false },
};
