import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { TOKEN_PATH } from "#lib/feishu/wire.ts";

it("runs on plain node, prints its settings, serves, and stops on SIGTERM", { timeout: 20_000 }, async () => {
  const main = fileURLToPath(new URL("./main.ts", import.meta.url));
  const child = spawn(process.execPath, [main, "--size", "5"], { stdio: ["ignore", "pipe", "inherit"] });
  // Also when an expectation fails first: a child that lives on would keep the runner from ending.
  onTestFinished(() => void child.kill("SIGKILL"));
  const settings = new Map<string, string>();
  for await (const line of createInterface(child.stdout)) {
    const [name = "", value = ""] = line.split("=");
    settings.set(name, value);
    if (settings.size === 6) break;
  }
  const body = JSON.stringify({
    app_id: settings.get("FEISHU_APP_ID"),
    app_secret: settings.get("FEISHU_APP_SECRET"),
  });
  const answer = await fetch(`${settings.get("FEISHU_BASE_URL")}${TOKEN_PATH}`, { method: "POST", body });
  expect((await answer.json()).code).toBe(0);
  expect([...settings.keys()].slice(4)).toEqual(["FEISHU_HELPDESK_ID", "FEISHU_HELPDESK_TOKEN"]);
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  expect((await exited)[0]).toBe(0);
});
