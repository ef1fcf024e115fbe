import { spawn } from "node:child_process";
import { connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { SETTING_NAMES } from "#lib/config/schema.ts";
import { findFreePort } from "./free-port.ts";

/** What `npm start` runs, with these settings and no others. */
async function start(settings: Readonly<Record<string, string>>) {
  const none = Object.fromEntries(SETTING_NAMES.map((name) => [name, ""]));
  const args = ["lib/server/start.js"];
  const child = spawn(process.execPath, args, { env: { ...process.env, ...none, ...settings } });
  // A start that should have failed would serve for ever.
  onTestFinished(() => void child.kill("SIGKILL"));
  const told = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    told.stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    told.stderr += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, ...told };
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

test("faulty settings: one line each on stderr, status 1, and nothing ever listened", async () => {
  const port = await findFreePort("127.0.0.1");
  const secret = "sesame-secret";
  const ended = await start({
    PORT: String(port),
    FEISHU_APP_SECRET: ` ${secret}`,
    REFRESH_SECONDS: "5",
    COVERAGE_FILE: "no-such-file.json",
  });
  expect(ended.code).toBe(1);
  expect(ended.stderr.trim().split("\n")).toEqual([
    expect.stringMatching(/^FEISHU_APP_SECRET: has a blank/),
    expect.stringMatching(/^REFRESH_SECONDS: must be a whole number from 10 to 3600$/),
    expect.stringMatching(/^COVERAGE_FILE: there is no such file$/),
    expect.stringMatching(/^FEISHU_APP_ID: is missing/),
    expect.stringMatching(/^FEISHU_HELPDESK_ID: is missing/),
    expect.stringMatching(/^FEISHU_HELPDESK_TOKEN: is missing/),
    expect.stringMatching(/^AUTH_MODE: is missing/),
  ]);
  expect(ended.stdout).toBe("");
  expect(ended.stderr).not.toContain(secret);
  expect(await isOpen(port)).toBe(false);
});
