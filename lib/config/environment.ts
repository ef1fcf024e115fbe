import "server-only";
import type { Environment } from "./values.ts";

/** The only file of the product that reads `process.env`, but for constants that Next's bundler wants to the letter. */

/** Whether this is `next dev`; constant in a build. */
export const isDevelopment = process.env.NODE_ENV === "development";

/** A copy of the environment with `changes`, to hand to another process. */
export function environmentWith(changes: Environment): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}

/** Changes this process's own, before anything else has read it. */
export function changeEnvironment(changes: Readonly<Record<string, string>>): void {
  Object.assign(process.env, changes);
}
