import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadEnvironmentFiles } from "#lib/config/env-files.ts";
import { changeEnvironment, environmentWith } from "#lib/config/environment.ts";
import { isBuiltFrom } from "./build-stamp.ts";
import { readBuiltConfig } from "./built-config.ts";
import type { Build } from "./serve-next.ts";

export { serveNext } from "./serve-next.ts";

const ROOT = join(import.meta.dirname, "../..");
/** The usual build, or another beside it, as next.config.js has it. */
const DIST = environmentWith({}).NEXT_DIST_DIR || ".next";
/** A container holds a build alone. */
const HAS_SOURCES = existsSync(join(ROOT, "next.config.js"));

/**
 * Builds what is missing or out of date. The server itself checks the settings before it listens (start-process.ts);
 * here they are read only where something must be known of them sooner. Ends the process where that cannot be done.
 */
export async function getReady(): Promise<Build> {
  // What settings name by a relative path lies beside the product, wherever it is started from.
  process.chdir(ROOT);
  loadEnvironmentFiles(ROOT, "production");
  if (!isReady() && !(await makeReady())) process.exit(1);
  const config = readBuiltConfig(join(ROOT, DIST));
  if (config === null) throw new Error("There is no build.");
  return { root: ROOT, config };
}

/** Whether the build at hand is of these sources and this base path, and the port is known. */
function isReady(): boolean {
  const { APP_BASE_PATH = "", PORT } = environmentWith({});
  const config = readBuiltConfig(join(ROOT, DIST));
  if (config?.basePath !== APP_BASE_PATH || /^\s*0+\s*$/.test(PORT ?? "")) return false;
  return !HAS_SOURCES || isBuiltFrom(ROOT, DIST, APP_BASE_PATH);
}

/** False: it cannot be done, and why has been said. */
async function makeReady(): Promise<boolean> {
  const { checkSettings } = await import("./check-settings.ts");
  const settings = checkSettings();
  if (settings === null) return false;
  if (settings.port === 0) {
    const { findFreePort } = await import("./free-port.ts");
    changeEnvironment({ PORT: String(await findFreePort(settings.host)) });
  }
  if (HAS_SOURCES) {
    const { buildIfStale } = await import("./build.ts");
    return buildIfStale(settings.basePath, false, DIST);
  }
  if (settings.basePath === readBuiltConfig(join(ROOT, DIST))?.basePath) return true;
  console.error("APP_BASE_PATH: is fixed when the product is built, and this build has another");
  return false;
}
