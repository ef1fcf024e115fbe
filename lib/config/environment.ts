import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { readSettings } from "./read-settings.ts";
import type { Settings } from "./settings.ts";
import type { Environment } from "./values.ts";

/** The only file of the product that touches `process.env`. */

let read: Settings | undefined;

/** The settings of this process, read once. Throws a `SettingsError`. */
export function processSettings(): Settings {
  read ??= readSettings(process.env);
  return read;
}

/** A copy of the environment with `changes`, to hand to another process. */
export function environmentWith(changes: Environment): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}

/** Whether this is `next dev`; constant in a build, so that what hangs on it falls away there. */
export const isDevelopment = process.env.NODE_ENV === "development";

/** Next loads instrumentation.ts in each of its runtimes; only this one runs the product. */
export const isNodeRuntime = process.env.NEXT_RUNTIME === "nodejs";

/**
 * Adds the variables of the `.env` files to the process, in Next's own order: what is in the environment
 * already wins, then the file named first. Next finds them set afterwards, so both see the same.
 */
export function loadEnvironmentFiles(folder: string, mode: "development" | "production"): void {
  for (const name of [`.env.${mode}.local`, ".env.local", `.env.${mode}`, ".env"]) {
    const text = readIfThere(join(folder, name));
    for (const [key, value] of Object.entries(text === null ? {} : parseEnv(text)))
      process.env[key] ??= value;
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
