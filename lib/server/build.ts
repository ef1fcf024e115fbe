import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadEnvironmentFiles } from "#lib/config/env-files.ts";
import { environmentWith, processSettings } from "#lib/config/environment.ts";
import { completeStandalone } from "./complete-standalone.ts";
import { hashSources } from "./source-hash.ts";

/** `npm run build`, and what `npm start` does first: builds the product unless the build at hand is of these sources. */

export const ROOT = join(import.meta.dirname, "../..");
export const NEXT = join(ROOT, "node_modules/next/dist/bin/next");
/** Beside the build: the hash of what it was made from. */
const STAMP = join(ROOT, ".next/sources.sha256");

/** Builds where needed; false: the build failed, and has said why. */
export function buildIfStale(basePath: string, force = false): boolean {
  const hash = hashSources(ROOT, basePath);
  if (!force && readStamp() === hash) return true;
  const env = environmentWith({
    APP_BASE_PATH: basePath,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  });
  const { status } = spawnSync(process.execPath, [NEXT, "build"], { cwd: ROOT, env, stdio: "inherit" });
  if (status !== 0) return false;
  completeStandalone(ROOT);
  writeFileSync(STAMP, hash);
  return true;
}

function readStamp(): string | null {
  try {
    return readFileSync(STAMP, "utf8");
  } catch {
    return null;
  }
}

if (import.meta.main) {
  loadEnvironmentFiles(ROOT, "production");
  const built = buildIfStale(processSettings().basePath, process.argv.includes("--force"));
  process.exitCode = built ? 0 : 1;
}
