import "server-only";
import { checkSettings } from "./check-settings.ts";
import { getRuntime } from "./runtime.ts";

/**
 * Called once when Next's server starts, however it was started: faulty settings end the process before it
 * answers anybody. A throw would leave a server that answers 500 to everything.
 */
export async function startProcess(): Promise<void> {
  if (checkSettings() === null) process.exit(1);
  await getRuntime();
}
