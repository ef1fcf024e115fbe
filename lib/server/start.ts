import { spawnSync } from "node:child_process";
import { loadEnvironmentFiles } from "#lib/config/env-files.ts";
import { environmentWith } from "#lib/config/environment.ts";
import type { Settings } from "#lib/config/settings.ts";
import { buildIfStale, NEXT, ROOT } from "./build.ts";
import { checkSettings } from "./check-settings.ts";
import { findFreePort } from "./free-port.ts";

/**
 * `npm start` and, with `--dev`, `npm run dev`: checks the settings, builds what is missing or out of date,
 * and then becomes Next's server, on the address that the settings say.
 */
const isDevelopment = process.argv.includes("--dev");

// What settings name by a relative path lies beside the product, wherever it is started from.
process.chdir(ROOT);
loadEnvironmentFiles(ROOT, isDevelopment ? "development" : "production");
const settings = checkSettings();
if (settings === null) process.exit(1);
if (!isDevelopment && !buildIfStale(settings.basePath)) process.exit(1);
await becomeServer(settings);

/** The process is replaced where the system can do that: signals, memory and exit code are then the server's own. */
async function becomeServer({ host, port, source, appUrl, basePath }: Settings): Promise<void> {
  const listenPort = port === 0 ? await findFreePort(host) : port;
  const url = port === 0 ? `http://127.0.0.1:${listenPort}${basePath}` : appUrl;
  console.log(`Helpdesk Rota${source.kind === "sample" ? ", with the built-in sample desk" : ""}: ${url}`);
  const args = [NEXT, isDevelopment ? "dev" : "start", "-H", host, "-p", String(listenPort)];
  const env = environmentWith({ PORT: String(listenPort), NEXT_TELEMETRY_DISABLED: "1" });
  if (process.execve) process.execve(process.execPath, [process.execPath, ...args], env);
  else process.exit(spawnSync(process.execPath, args, { env, stdio: "inherit" }).status ?? 1);
}
