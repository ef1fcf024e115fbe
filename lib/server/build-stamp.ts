import "server-only";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { glanceAtSources, hashSources } from "./source-hash.ts";

/** In each build, what it was made from: a stamp. */
const stampOf = (root: string, dist: string) => join(root, dist, "sources.txt");

/** Sources at one moment, for one base path: their hash, and on the next line their glance (source-hash.ts). */
type Stamp = string;
type Write = (path: string, text: string) => void;

/** Of faults in writing, those of a build that belongs to another account, or lies where nobody may write. */
const NOT_OURS = new Set(["EACCES", "EPERM", "EROFS"]);

/** Whether the build in this folder below `root` was made from the sources that are there now, for this base path. */
export function isBuiltFrom(root: string, dist: string, basePath: string): boolean {
  const [hash, glance] = readStamp(root, dist);
  if (hash === undefined) return false;
  if (glance === glanceAtSources(root, basePath)) return true;
  const now = readSources(root, basePath);
  if (hash !== now.split("\n")[0]) return false;
  // The same files, copied or checked out anew. What cannot be written down is looked into next time too.
  stampBuild(root, dist, now);
  return true;
}

/** The stamp of the sources that are there now; for a build, taken before it begins to read them. */
export function readSources(root: string, basePath: string): Stamp {
  // The glance first: what changes between the two is then found to have changed.
  const glance = glanceAtSources(root, basePath);
  return [hashSources(root, basePath), glance].join("\n");
}

/**
 * Writes down what this build was made from: by sources that changed while it was made, it is out of date. Where the
 * folder may not be written to, nothing is; throws at any other fault.
 */
export function stampBuild(root: string, dist: string, sources: Stamp, write: Write = writeFileSync): void {
  try {
    write(stampOf(root, dist), sources);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && NOT_OURS.has(String(error.code)))) throw error;
  }
}

function readStamp(root: string, dist: string): readonly string[] {
  try {
    return readFileSync(stampOf(root, dist), "utf8").split("\n");
  } catch {
    return [];
  }
}
