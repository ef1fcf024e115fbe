import "server-only";
import { randomBytes } from "node:crypto";
import { securityHeaders } from "#lib/auth/frame-policy.ts";
import { isDevelopment } from "#lib/config/environment.ts";
import type { Settings } from "#lib/config/settings.ts";
import { checkSettings } from "./check-settings.ts";
import { openDoor } from "./door.ts";
import { ROSTER_ROUTE } from "./roster-route.ts";
import { getRuntime } from "./runtime.ts";
import { takeOverConsole } from "./take-over-console.ts";

/**
 * Called once when Next's server starts, however it was started: faulty settings end the process before it
 * answers anybody. A throw would leave a server that answers 500 to everything.
 */
export async function startProcess(): Promise<void> {
  const settings = checkSettings();
  if (settings === null) process.exit(1);
  const runtime = await getRuntime();
  // While the product is being developed its modules are loaded anew, and the door would keep the first ones.
  if (isDevelopment) return;
  openRosterDoor(settings);
  takeOverConsole(runtime.log);
}

/** What comes through the door has the headers that proxy.ts gives to all the rest. */
function openRosterDoor({ port, basePath, appUrl, embedOrigins }: Settings): void {
  const path = "/api/roster";
  const policy = { https: appUrl.startsWith("https:"), development: false, path, embedOrigins };
  openDoor({
    port,
    basePath,
    routes: new Map([[`${basePath}${path}`, ROSTER_ROUTE.GET]]),
    headers: () => securityHeaders({ ...policy, nonce: randomBytes(16).toString("base64") }),
  });
}
