import "server-only";
import { isDevelopment, ownsSignals } from "#lib/config/environment.ts";
import { checkSettings } from "./check-settings.ts";
import { getRuntime } from "./runtime.ts";
import { stopOnSignals } from "./stop-on-signals.ts";
import { takeOverConsole } from "./take-over-console.ts";

/**
 * Called once when Next's server starts, however it was started: faulty settings end the process before it
 * answers anybody. A throw would leave a server that answers 500 to everything.
 */
export async function startProcess(): Promise<void> {
  if (checkSettings() === null) process.exit(1);
  const runtime = await getRuntime();
  if (isDevelopment) return;
  takeOverConsole(runtime.log);
  if (ownsSignals()) stopOnSignals(runtime);
}
