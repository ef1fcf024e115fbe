import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod/mini";
import { becomeServer, KEEP_ALIVE_MS } from "./become-server.ts";
import { checkSettings } from "./check-settings.ts";

/**
 * What a container runs: `npm start` without the building. It lies in the folder that Next calls standalone
 * (lib/server/complete-standalone.ts), beside the server that it becomes.
 */
const ROOT = join(import.meta.dirname, "../..");

// trace-modules.ts loads this file to see what it needs, and must not start anything.
if (import.meta.main) {
  process.chdir(ROOT);
  const settings = checkSettings();
  if (settings === null) process.exit(1);
  if (settings.basePath !== builtBasePath()) {
    console.error("APP_BASE_PATH: is fixed when the product is built, and this build has another");
    process.exit(1);
  }
  await becomeServer(settings, (host) => ({
    args: ["server.js"],
    // Next's own names. Containers set HOSTNAME to a name of theirs, which must not decide where we listen.
    env: { HOSTNAME: host, KEEP_ALIVE_TIMEOUT: String(KEEP_ALIVE_MS), NODE_ENV: "production" },
  }));
}

function builtBasePath(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(ROOT, ".next/routes-manifest.json"), "utf8"));
  return z.object({ basePath: z.string() }).parse(manifest).basePath;
}
