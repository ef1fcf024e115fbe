import "server-only";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, type Stats, statSync } from "node:fs";
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
  for (const { path } of listSources(folder)) {
    const content = readFileSync(join(folder, path));
    hash.update(`${path}\n${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

/**
 * The same for much less work, as no file is read: their sizes and when they were written. It also differs where the same
 * files were copied.
 */
export function glanceAtSources(folder: string, basePath: string): string {
  const seen = listSources(folder).map(({ path, stat }) => `${path}\n${stat.size}\n${stat.mtimeMs}\n`);
  return createHash("sha256")
    .update(`${basePath}\n${seen.join("")}`)
    .digest("hex");
}

interface Source {
  readonly path: string;
  readonly stat: Stats;
}

const listSources = (folder: string) => SOURCES.flatMap((path) => listFiles(folder, path));

/** Files below `folder`, in an order that is the same everywhere; tests do not go into a build. */
function listFiles(folder: string, path: string): readonly Source[] {
  if (/\.test\.tsx?$/.test(path)) return [];
  const stat = statSync(join(folder, path), { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (!stat.isDirectory()) return [{ path, stat }];
  const names = readdirSync(join(folder, path)).sort();
  return names.flatMap((name) => listFiles(folder, `${path}/${name}`));
}
