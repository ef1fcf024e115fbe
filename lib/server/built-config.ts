import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What Next has made of next.config.js for a build. */
export interface BuiltConfig {
  /** "" or `/path`: fixed in a build. */
  readonly basePath: string;
  /** All of it, as JSON. */
  readonly json: string;
}

/** Null: there is no build in this folder, or none that was finished. */
export function readBuiltConfig(dist: string): BuiltConfig | null {
  const config = readConfig(join(dist, "required-server-files.json"));
  if (typeof config !== "object" || config === null || !("basePath" in config)) return null;
  const { basePath } = config;
  return typeof basePath === "string" ? { basePath, json: JSON.stringify(config) } : null;
}

function readConfig(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8")).config;
  } catch {
    return null;
  }
}
