import "server-only";
import { spawnSync } from "node:child_process";
import { cpSync, globSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";

/**
 * Adds to Next's standalone output what starts it: start.js with every file that Node loads for it. Next traces what
 * its own server needs and bundles the rest, so these would be missing. Takes out the `.env` files that Next copies
 * along: settings come from where the product runs, never from where it was built. Throws where that cannot be done.
 */
export function completeStandalone(root: string): void {
  const target = join(root, ".next/standalone");
  for (const path of traceModules(root)) {
    cpSync(join(root, path), join(target, path), { dereference: true });
  }
  for (const name of globSync(".env*", { cwd: target })) rmSync(join(target, name));
}

function traceModules(root: string): readonly string[] {
  const args = ["--conditions=react-server", join(root, "lib/server/trace-modules.ts")];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`The modules of start.js could not be traced:\n${stderr}`);
  return z.array(z.string()).parse(JSON.parse(stdout));
}
