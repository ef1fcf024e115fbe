import { isNodeRuntime } from "#lib/config/environment.ts";
import { startProcess } from "#lib/server/start-process.ts";

/** Next calls this once, before it answers anybody. */
export async function register(): Promise<void> {
  if (isNodeRuntime) await startProcess();
}
