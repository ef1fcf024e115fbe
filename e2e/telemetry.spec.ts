import { connect } from "node:net";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { type SampleDesk, startSampleDesk } from "#lib/sample-desk/server.ts";
import { findFreePort } from "#lib/store/testing/free-port.ts";
import { noSettings, settingsOf } from "./fixtures/product.ts";
import { NPM_START, type Program, startProgram, untilAnswers } from "./fixtures/program.ts";

/** What the product says of itself: metrics for machines, and a log that gives nothing away whatever it is sent. */

const KEY = "canary-api-key-0123456789abcdef";
const CANARY = "canary";
const DESKS = [{ helpdeskId: "7001", helpdeskToken: "canary-helpdesk-token" }];

let feishu: SampleDesk;
let program: Program;
let url: string;

test.beforeAll(async () => {
  feishu = await startSampleDesk({ desks: DESKS });
  const port = await findFreePort();
  url = `http://127.0.0.1:${port}`;
  const settings = {
    ...settingsOf(feishu, port),
    HOST: "127.0.0.1",
    LOG_LEVEL: "debug",
    SESSION_SECRET: "canary-session-secret-0123456789ab",
    API_KEYS: JSON.stringify([{ name: "prometheus", role: "viewer", key: KEY }]),
  };
  program = startProgram({
    command: NPM_START,
    cwd: join(import.meta.dirname, ".."),
    env: { ...process.env, ...noSettings(), ...settings },
  });
  await untilAnswers(program, `${url}/api/roster`);
});
test.afterAll(async () => {
  program.child.kill("SIGKILL");
  await feishu.close();
});

/** Bytes as they are, and everything that comes back. */
function send(text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", () => {});
    socket.on("close", () => resolve(Buffer.concat(chunks).toString("latin1")));
  });
}

const HOSTILE = [
  `GET /?q=${CANARY} HTTP/1.1`,
  `GET /agents/${CANARY}?q=${CANARY} HTTP/1.1`,
  `GET /%zz${CANARY} HTTP/1.1`,
  `GET /api/roster?desk=${CANARY} HTTP/1.1`,
  `GET /api/feeds/${CANARY}.ics?${CANARY} HTTP/1.1`,
  `GET /api/${CANARY}/${CANARY}?${CANARY}=1 HTTP/1.1`,
  `TRACE /?q=${CANARY} HTTP/1.1`,
  `BREW /api/roster?q=${CANARY} HTTP/1.1`,
  `POST /api/refresh?${CANARY} HTTP/1.1\r\nOrigin: https://${CANARY}.example`,
  `POST /?${CANARY} HTTP/1.1\r\nNext-Action: ${CANARY}\r\nContent-Type: text/plain`,
  `GET /_next/image?url=https://${CANARY}.example/ HTTP/1.1`,
  `GET http://${CANARY}.example/?${CANARY} HTTP/1.1`,
  `GET /api/roster HTTP/1.1\r\nX-Request-Id: ${CANARY}\r\nAuthorization: Bearer ${CANARY}`,
  `GET /?x=${CANARY.repeat(5_000)} HTTP/1.1`,
];

test("whatever is asked, no line holds a secret, a query, an id or a name", async () => {
  feishu.control.failNext({ kind: "code", code: 99991663 });
  for (const line of HOSTILE) {
    await send(
      `${line}\r\nHost: ${CANARY}.example\r\nCookie: session=${CANARY}\r\nConnection: close\r\n\r\n`,
    );
  }
  const { agents } = await (await fetch(`${url}/api/roster`, { headers: bearer })).json();
  await expect.poll(() => linesOf(program).length).toBeGreaterThan(HOSTILE.length - 4);
  const said = program.stdout() + program.stderr();
  expect(said).not.toContain(CANARY);
  expect(said).not.toContain(feishu.appSecret);
  for (const { id, name } of agents) {
    expect(said).not.toContain(id);
    expect(said).not.toContain(name);
  }
});

const bearer = { authorization: `Bearer ${KEY}` };

test("the id of an answer finds its line", async () => {
  for (const path of ["/", "/api/notes"]) {
    const id = (await fetch(`${url}${path}`)).headers.get("x-request-id");
    const lines = () => linesOf(program).filter(({ requestId }) => requestId === id);
    await expect.poll(lines).toMatchObject([{ method: "GET", route: path, status: 200 }]);
  }
});

test("the metrics are for whoever runs it", async () => {
  const answer = await fetch(`${url}/api/metrics`, { headers: bearer });
  expect(answer.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
  const text = await answer.text();
  for (const line of [
    /^rota_http_request_duration_seconds_count\{route="\/api\/roster",method="GET",status="2xx"\} \d+$/m,
    /^rota_roster_age_seconds\{desk="main"\} \d/m,
    /^rota_rounds_total\{desk="main",problem="none"\} \d+$/m,
    /^rota_feishu_calls_total\{endpoint="agent_schedules",outcome="ok"\} \d+$/m,
    /^rota_set_aside_records\{desk="main",kind="agents"\} 0$/m,
    /^process_resident_memory_bytes \d+$/m,
  ]) {
    expect(text).toMatch(line);
  }
  const wrong = await fetch(`${url}/api/metrics`, { headers: { authorization: `Bearer ${KEY}x` } });
  expect(wrong.status).toBe(401);
});

/** The lines that are JSON; a line in words greets before the log begins. */
function linesOf({ stdout }: Program): readonly Record<string, unknown>[] {
  return stdout()
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));
}
