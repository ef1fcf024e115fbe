import "server-only";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { environmentWith } from "#lib/config/environment.ts";
import { SETTING_NAMES } from "#lib/config/schema.ts";
import packageJson from "../../package.json" with { type: "json" };
import { findFreePort } from "./free-port.ts";

/**
 * Starts once what has just been built, on the sample desk, and asks for what viewers ask for first. When it ends, Node keeps
 * beside the build what it has compiled (start.js), and the next start finds it. A program of its own, which the build waits
 * for; where it fails, the next start is slower and nothing else.
 */
const GIVE_UP_MS = 30_000;

const [, ...args] = packageJson.scripts.start.split(" ");
const { APP_BASE_PATH = "" } = environmentWith({});
const port = await findFreePort("127.0.0.1");
const dataDir = mkdtempSync(join(tmpdir(), "rota-warm-up-"));
const none = Object.fromEntries(SETTING_NAMES.map((name) => [name, ""]));
const child = spawn(process.execPath, args, {
  env: environmentWith({ ...none, APP_BASE_PATH, DATA_DIR: dataDir, PORT: String(port) }),
  stdio: "ignore",
});
const ended = once(child, "exit");
await ask("/");
await ask("/api/roster");
// The second signal ends it at once (stop-on-signals.ts).
for (let sent = 0; sent < 2; sent++) child.kill("SIGTERM");
await ended;
rmSync(dataDir, { recursive: true, force: true });

async function ask(path: string): Promise<void> {
  const endMs = performance.now() + GIVE_UP_MS;
  while (performance.now() < endMs && child.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}${APP_BASE_PATH}${path}`).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
