import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";

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
