import "server-only";
import type { Environment } from "./values.ts";

/** The only file of the product that reads `process.env`, but for constants that Next's bundler wants to the letter. */

/** Whether this is `next dev`; constant in a build. */
export const isDevelopment = process.env.NODE_ENV === "development";

/** What tells Next's server to leave SIGTERM and SIGINT to us; `npm start` and the container set it. */
export const OWN_SIGNALS = { NEXT_MANUAL_SIG_HANDLE: "true" } as const;

/** Whether this process was started so. */
export function ownsSignals(): boolean {
  return Object.keys(OWN_SIGNALS).every((name) => process.env[name] !== undefined);
}

/** A copy of the environment with `changes`, to hand to another process. */
export function environmentWith(changes: Environment): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}
