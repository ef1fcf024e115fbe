import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { type SampleDesk, startSampleDesk } from "#lib/sample-desk/server.ts";
import { findFreePort } from "#lib/store/testing/free-port.ts";
import { type Container, makeContainer } from "./fixtures/container.ts";
import { settingsOf } from "./fixtures/product.ts";
import { type Program, startProgram, untilAnswers } from "./fixtures/program.ts";

/** The container without an engine: an empty folder, a read-only tree, an account that owns nothing. */

let container: Container;
let feishu: SampleDesk;
const running: Program[] = [];

test.beforeAll(async () => {
  container = makeContainer();
  feishu = await startSampleDesk();
});
test.afterAll(async () => {
  for (const { child } of running) child.kill("SIGKILL");
  await feishu.close();
  container.remove();
});

function run(command: Container["command"], settings: Readonly<Record<string, string>>): Program {
  // HOSTNAME as an engine sets it.
  const env = { HOSTNAME: "5f2b8c91d0aa", DATA_DIR: container.data, ...settings };
  const account = container.uid === undefined ? {} : { uid: container.uid };
  const program = startProgram({ command, cwd: container.app, env, ...account });
  running.push(program);
  return program;
}

test("it serves pages, data and files, says that it is healthy, and ends when told to", async () => {
  const port = await findFreePort();
  const settings = { ...settingsOf(feishu, port), HOST: "127.0.0.1" };
  const program = run(container.command, settings);
  const url = `http://127.0.0.1:${port}`;
  await untilAnswers(program, `${url}/api/health`);

  const page = await fetch(`${url}/`);
  expect(page.status).toBe(200);
  const html = await page.text();
  const script = html.match(/src="(\/_next\/static\/[^"]+\.js)"/)?.[1];
  const style = html.match(/href="(\/_next\/static\/[^"]+\.css)"/)?.[1];
  for (const path of [script, style, "/coverage.schema.json", "/api/ready"]) {
    expect((await fetch(`${url}${path}`)).status, path).toBe(200);
  }
  const roster = await (await fetch(`${url}/api/roster`)).json();
  expect(roster.agents.length).toBeGreaterThan(60);
  expect(await run(container.healthCheck, settings).ended).toBe(0);

  program.child.kill("SIGTERM");
  expect(await program.ended).toBe(0);
  expect(program.stderr()).toBe("");
  expect(await run(container.healthCheck, settings).ended).toBe(1);
});

test("nothing but the data can be written", async () => {
  const attempt = (path: string) => {
    const [node] = container.command;
    return run([node, "-e", `fs.writeFileSync(${JSON.stringify(path)}, "")`], {}).ended;
  };
  expect(await attempt(join(container.data, "x"))).toBe(0);
  expect(await attempt(join(container.app, "x"))).toBe(1);
  expect(await attempt(join(container.app, ".next/x"))).toBe(1);
});

test("faulty settings end it with status 1, a line each, before it listens", async () => {
  const program = run(container.command, { REFRESH_SECONDS: "1", FEISHU_APP_ID: "cli_x" });
  expect(await program.ended).toBe(1);
  expect(program.stdout()).toBe("");
  expect(program.stderr()).toContain("REFRESH_SECONDS: must be a whole number from 10 to 3600\n");
});

test("another base path than that of the build ends it likewise", async () => {
  const program = run(container.command, { APP_BASE_PATH: "/elsewhere" });
  expect(await program.ended).toBe(1);
  expect(program.stderr()).toMatch(/^APP_BASE_PATH: is fixed when the product is built.*\n$/);
});

test("without a Feishu setting the sample desk is served on the loopback address alone", async () => {
  const port = await findFreePort();
  const program = run(container.command, { PORT: String(port) });
  await untilAnswers(program, `http://127.0.0.1:${port}/api/ready`);
  expect(program.stdout()).toContain(`with the built-in sample desk: http://127.0.0.1:${port}\n`);
  expect(program.stdout()).not.toContain("0.0.0.0");
  program.child.kill("SIGTERM");
  expect(await program.ended).toBe(0);
});

test("no setting of the machine that built it is in it", () => {
  const config = readFileSync(join(container.app, "server.js"), "utf8");
  expect(config).not.toMatch(/FEISHU_|SESSION_SECRET|DATABASE_URL/);
});
