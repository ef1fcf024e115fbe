import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { type SampleDesk, startSampleDesk } from "#lib/sample-desk/server.ts";
import { findFreePort } from "#lib/store/testing/free-port.ts";
import { noSettings, settingsOf } from "./fixtures/product.ts";
import { NPM_START, type Program, startProgram, untilAnswers } from "./fixtures/program.ts";

/** `npm start` as it is, and how it ends while a look waits for a first roster. */

let feishu: SampleDesk;
let program: Program;
let url: string;

test.beforeEach(async () => {
  feishu = await startSampleDesk();
  const port = await findFreePort();
  url = `http://127.0.0.1:${port}`;
  program = startProgram({
    command: NPM_START,
    cwd: join(import.meta.dirname, ".."),
    env: {
      ...process.env,
      ...noSettings(),
      ...settingsOf(feishu, port),
      HOST: "127.0.0.1",
      FEISHU_TIMEOUT_MS: "60000",
    },
  });
});
test.afterEach(async () => {
  program.child.kill("SIGKILL");
  await feishu.close();
});

/** The first round hangs on Feishu, and with it whoever looks. */
async function lookWhileFeishuIs(fault: { readonly kind: "hang" } | { readonly kind: "delay"; ms: number }) {
  feishu.control.failAlways(fault);
  await untilAnswers(program, `${url}/api/health`);
  const look = fetch(`${url}/api/roster`);
  await expect.poll(() => feishu.control.journal().length).toBeGreaterThan(0);
  return look;
}

test("a look that waits for Feishu is answered, while others are sent elsewhere", async () => {
  const look = lookWhileFeishuIs({ kind: "delay", ms: 2_500 });
  await expect.poll(() => feishu.control.journal().some(({ target }) => target === "present")).toBe(true);
  program.child.kill("SIGTERM");
  await expect.poll(async () => (await fetch(`${url}/api/ready`)).status).toBe(503);
  expect((await look).status).toBe(200);
  expect(await program.ended).toBe(0);
});

test("a look that nobody answers does not hold it longer than ten seconds", async () => {
  const look = lookWhileFeishuIs({ kind: "hang" }).catch(() => null);
  await expect.poll(() => feishu.control.journal().some(({ target }) => target === "present")).toBe(true);
  const startedMs = performance.now();
  program.child.kill("SIGTERM");
  expect(await program.ended).toBe(0);
  expect(performance.now() - startedMs).toBeLessThan(10_000);
  await look;
});

test("a port that somebody listens on ends a second one at once, with one line", async () => {
  await untilAnswers(program, `${url}/api/health`);
  const second = startProgram({
    command: NPM_START,
    cwd: join(import.meta.dirname, ".."),
    env: { ...process.env, ...noSettings(), PORT: new URL(url).port },
  });
  expect(await second.ended).toBe(1);
  expect(second.stderr()).toBe("PORT: cannot be listened on (EADDRINUSE)\n");
});
