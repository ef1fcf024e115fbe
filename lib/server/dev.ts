import { spawnSync } from "node:child_process";
import { loadEnvironmentFiles } from "#lib/config/env-files.ts";
import { environmentWith } from "#lib/config/environment.ts";
import { NEXT, ROOT } from "./build.ts";
import { checkSettings } from "./check-settings.ts";
import { findFreePort } from "./free-port.ts";

/** `npm run dev`: checks the settings, and becomes Next's development server on the address that they say. */
process.chdir(ROOT);
loadEnvironmentFiles(ROOT, "development");
const settings = checkSettings();
if (settings === null) process.exit(1);

const { host, source } = settings;
const port = String(settings.port === 0 ? await findFreePort(host) : settings.port);
const what = source.kind === "sample" ? ", with the built-in sample desk" : "";
process.stdout.write(`Helpdesk Rota${what}, in development\n`);
const args = [NEXT, "dev", "-H", host, "-p", port];
const env = environmentWith({ PORT: port, NEXT_TELEMETRY_DISABLED: "1" });
// Replaced where the system can do that, the process has the server's own signals and exit code.
if (process.execve) process.execve(process.execPath, [process.execPath, ...args], env);
else process.exitCode = spawnSync(process.execPath, args, { env, stdio: "inherit" }).status ?? 1;
