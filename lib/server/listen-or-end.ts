import "server-only";
import { once } from "node:events";
import type { Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Runtime } from "./runtime.ts";
import { STOP_TIMES } from "./stop-on-signals.ts";

/** Faults of an address that is not this machine's; all others are of the port. */
const OF_HOST = new Set(["EADDRNOTAVAIL", "EAFNOSUPPORT", "EAI_AGAIN", "EINVAL", "ENOTFOUND"]);

/** Where to listen; `stop` ends what has begun before it was known that this can be done. */
type Listener = Pick<Runtime, "stop"> & { readonly settings: Pick<Runtime["settings"], "port" | "host"> };

/**
 * Resolves once the server listens where the settings say. Where somebody else listens there, or nobody may, it says so in
 * one line on stderr, gives back the desks that this process has begun to read, and ends the process with status 1.
 */
export async function listenOrEnd(
  server: Server,
  { settings, stop }: Listener,
  end: (status: number) => void = process.exit,
): Promise<void> {
  server.listen(settings.port, settings.host);
  try {
    await once(server, "listening");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const setting = OF_HOST.has(code) ? "HOST" : "PORT";
    process.stderr.write(`${setting}: cannot be listened on${code === "" ? "" : ` (${code})`}\n`);
    // Whatever hangs, it ends.
    await Promise.race([Promise.allSettled([stop()]), sleep(STOP_TIMES.closeMs)]);
    end(1);
  }
}
