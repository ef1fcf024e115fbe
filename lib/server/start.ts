import { loadEnvironmentFiles } from "#lib/config/env-files.ts";
import { becomeServer, KEEP_ALIVE_MS } from "./become-server.ts";
import { buildIfStale, NEXT, ROOT } from "./build.ts";
import { checkSettings } from "./check-settings.ts";

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

const mode = isDevelopment ? ["dev"] : ["start", "--keepAliveTimeout", String(KEEP_ALIVE_MS)];
await becomeServer(settings, (host, port) => ({ args: [NEXT, ...mode, "-H", host, "-p", String(port)] }));
