import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadEnvironmentFiles } from "#lib/config/env-files.ts";
import { environmentWith } from "#lib/config/environment.ts";
import { processSettings } from "#lib/config/process-settings.ts";
import { isBuiltFrom, readSources, stampBuild } from "./build-stamp.ts";
import { completeStandalone } from "./complete-standalone.ts";

/** `npm run build`, and what `npm start` does first: builds the product unless the build at hand is of these sources. */

export const ROOT = join(import.meta.dirname, "../..");
export const NEXT = join(ROOT, "node_modules/next/dist/bin/next");
/** The build that `npm start` serves; the tests have another one beside it. */
const DIST = ".next";
const WARM_UP = ["--conditions=react-server", join(import.meta.dirname, "warm-up.ts")];

/** Builds where needed; false: the build failed, and has said why. */
export function buildIfStale(basePath: string, force = false, dist = DIST): boolean {
  if (!force && isBuiltFrom(ROOT, dist, basePath)) return true;
  const env = environmentWith({
    APP_BASE_PATH: basePath,
    NEXT_DIST_DIR: dist,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  });
  const sources = readSources(ROOT, basePath);
  const { status } = spawnSync(process.execPath, [NEXT, "build"], { cwd: ROOT, env, stdio: "inherit" });
  if (status !== 0) return false;
  if (dist === DIST) completeStandalone(ROOT);
  stampBuild(ROOT, dist, sources);
  // Sources that have changed meanwhile would be built anew by the start that it tries.
  const isFresh = isBuiltFrom(ROOT, dist, basePath);
  if (dist === DIST && isFresh) spawnSync(process.execPath, WARM_UP, { cwd: ROOT, env, stdio: "ignore" });
  return true;
}

if (import.meta.main) {
  loadEnvironmentFiles(ROOT, "production");
  const { values } = parseArgs({ options: { force: { type: "boolean" }, dist: { type: "string" } } });
  const built = buildIfStale(processSettings().basePath, values.force, values.dist);
  process.exitCode = built ? 0 : 1;
}
