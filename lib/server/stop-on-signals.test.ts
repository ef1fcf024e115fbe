import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, get, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { STOP_TIMES } from "./stop-on-signals.ts";

/** Real processes and real signals; the times are shorter than the product's (testing/stoppable-server.ts). */

const PROGRAM = join(import.meta.dirname, "testing/stoppable-server.ts");

async function start(...args: readonly string[]) {
  const child = spawn(process.execPath, ["--conditions=react-server", PROGRAM, ...args]);
  onTestFinished(() => void child.kill("SIGKILL"));
  const said: string[] = [];
  const port = await new Promise<number>((resolve) => {
    child.stdout.on("data", (chunk: Buffer) => {
      said.push(chunk.toString());
      const found = said.join("").match(/port (\d+)/)?.[1];
      if (found !== undefined) resolve(Number(found));
    });
  });
  return { child, url: `http://127.0.0.1:${port}`, said: () => said.join("") };
}

/** Resolves with the exit code. */
const ended = async (child: ChildProcess): Promise<unknown> => (await once(child, "exit"))[0];

/** Resolves once the request is at the server, which tells nobody of one that hangs: then once it is written. */
async function ask(url: string, agent?: Agent) {
  const request = get(url, agent === undefined ? {} : { agent });
  const answer = new Promise<IncomingMessage | null>((resolve) => {
    request.once("response", resolve);
    request.once("error", () => resolve(null));
  });
  await once(request, "finish");
  return answer.then(async (response) => {
    if (response === null) return null;
    const chunks = await response.toArray();
    return { connection: response.headers.connection, body: Buffer.concat(chunks).toString() };
  });
}

/** Until the server has seen what was asked on another connection. */
const settle = async (url: string) => void (await ask(`${url}/`));

test("a running request is answered, and the process says it is stopping while it still accepts others", async () => {
  const { child, url } = await start();
  const slow = ask(`${url}/slow`);
  await settle(url);
  const end = ended(child);
  child.kill("SIGTERM");
  await expect.poll(async () => (await ask(`${url}/`))?.body, { interval: 20 }).toBe("true");
  expect(await slow).toEqual({ connection: "close", body: "true" });
  expect(await end).toBe(0);
});

test("a hung request does not hold it, and is said to have been cut", async () => {
  const { child, url, said } = await start();
  const hung = ask(`${url}/hung`);
  await settle(url);
  const end = ended(child);
  child.kill("SIGINT");
  expect(await hung).toBeNull();
  expect(await end).toBe(0);
  expect(said()).toContain('"requests":1,"msg":"requests did not end in time"');
});

test("an idle connection that is kept alive does not hold it", async () => {
  const { child, url, said } = await start();
  const agent = new Agent({ keepAlive: true });
  await ask(`${url}/`, agent);
  const end = ended(child);
  child.kill("SIGTERM");
  expect(await end).toBe(0);
  expect(said()).not.toContain("did not end in time");
  agent.destroy();
});

test("what cannot be closed does not hold it", async () => {
  const { child, said } = await start("--stuck");
  const end = ended(child);
  child.kill("SIGTERM");
  expect(await end).toBe(0);
  expect(said()).toContain("something did not end in time");
});

test.each([
  ["SIGTERM", 143],
  ["SIGINT", 130],
] as const)("a second signal, %s, ends it at once with %i", async (signal, code) => {
  const { child, url } = await start();
  child.kill("SIGTERM");
  await expect.poll(async () => (await ask(`${url}/`))?.body, { interval: 20 }).toBe("true");
  const end = ended(child);
  child.kill(signal);
  expect(await end).toBe(code);
});

test("the product's own times stay under ten seconds", () => {
  const { noticeMs, drainMs, closeMs } = STOP_TIMES;
  expect(noticeMs + drainMs + closeMs).toBeLessThan(10_000);
});
