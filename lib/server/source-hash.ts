import "server-only";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Everything that goes into a build. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "instrumentation.ts",
  "next.config.js",
  "package.json",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];

/** A text that differs whenever a build of this folder would: sources, lockfile and base path. */
export function hashSources(folder: string, basePath: string): string {
  const hash = createHash("sha256").update(`${basePath}\n`);
  for (const path of SOURCES.flatMap((source) => listFiles(folder, source))) {
    const content = readFileSync(join(folder, path));
    hash.update(`${path}\n${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

/** Paths below `folder`, in an order that is the same everywhere; tests do not go into a build. */
function listFiles(folder: string, path: string): readonly string[] {
  const stat = statSync(join(folder, path), { throwIfNoEntry: false });
  if (stat === undefined || /\.test\.tsx?$/.test(path)) return [];
  if (!stat.isDirectory()) return [path];
  const names = readdirSync(join(folder, path)).sort();
  return names.flatMap((name) => listFiles(folder, `${path}/${name}`));
}
