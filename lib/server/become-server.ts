import "server-only";
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { environmentWith, OWN_SIGNALS } from "#lib/config/environment.ts";
import type { Settings } from "#lib/config/settings.ts";
import { findFreePort } from "./free-port.ts";

/** How Next's server is told what to do: a command line of Node's, and what goes into the environment. */
export interface Command {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * A round of a large desk leaves garbage behind, and V8 would keep room for three times 16 MB of it for good: with 10,000
 * agents an idle process is then 338 MB, and with this 200 MB (docs/performance.md).
 */
const YOUNG_GENERATION = "--max-semi-space-size=4";

/** Longer than load balancers keep an idle connection (60 s is usual), so that none sends a request into one that ends. */
export const KEEP_ALIVE_MS = 75_000;

/**
 * Says where the product will be found, and becomes Next's server there. The process is replaced where the system can do
 * that: signals, memory and exit code are then the server's own. Never resolves.
 */
export async function becomeServer(
  settings: Settings,
  commandFor: (host: string, port: number) => Command,
): Promise<void> {
  const { host, source, appUrl, basePath } = settings;
  const port = settings.port === 0 ? await findFreePort(host) : settings.port;
  const url = settings.port === 0 ? `http://127.0.0.1:${port}${basePath}` : appUrl;
  const what = source.kind === "sample" ? ", with the built-in sample desk" : "";
  process.stdout.write(`Helpdesk Rota${what}: ${url}\n`);
  const { args: rest, env: own } = commandFor(host, port);
  const args = [YOUNG_GENERATION, ...rest];
  const env = environmentWith({
    PORT: String(port),
    NEXT_TELEMETRY_DISABLED: "1",
    // Node keeps what it compiled there, and starts faster next time; where it may not write, it does without.
    NODE_COMPILE_CACHE: resolve(".next/compiled"),
    ...OWN_SIGNALS,
    ...own,
  });
  if (process.execve) process.execve(process.execPath, [process.execPath, ...args], env);
  else process.exit(spawnSync(process.execPath, [...args], { env, stdio: "inherit" }).status ?? 1);
}
