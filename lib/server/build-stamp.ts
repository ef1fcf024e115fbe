import "server-only";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { glanceAtSources, hashSources } from "./source-hash.ts";

/** In each build, what it was made from: the hash of the sources, and on the next line their glance (source-hash.ts). */
const stampOf = (root: string, dist: string) => join(root, dist, "sources.txt");

/** Whether the build in this folder below `root` was made from the sources that are there now, for this base path. */
export function isBuiltFrom(root: string, dist: string, basePath: string): boolean {
  const [hash, glance] = readStamp(root, dist);
  if (hash === undefined) return false;
  if (glance === glanceAtSources(root, basePath)) return true;
  if (hash !== hashSources(root, basePath)) return false;
  // The same files, copied or checked out anew. What cannot be written down is looked into next time too.
  stampBuild(root, dist, basePath);
  return true;
}

/** Writes down that this build was made from the sources that are there now. */
export function stampBuild(root: string, dist: string, basePath: string): void {
  const lines = [hashSources(root, basePath), glanceAtSources(root, basePath)];
  try {
    writeFileSync(stampOf(root, dist), lines.join("\n"));
  } catch {
    // The folder belongs to another account.
  }
}

function readStamp(root: string, dist: string): readonly string[] {
  try {
    return readFileSync(stampOf(root, dist), "utf8").split("\n");
  } catch {
    return [];
  }
}
