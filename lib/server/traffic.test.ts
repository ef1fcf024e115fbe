import { once } from "node:events";
import { createServer, get, type RequestListener } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { createLog } from "#lib/telemetry/log.ts";
import { createMetrics, type Sample } from "#lib/telemetry/metrics.ts";
import { findFreePort } from "./free-port.ts";
import { watchTraffic } from "./traffic.ts";

const NOTHING: Sample = { requestsInFlight: 0, desks: [], breakers: [], storeReachable: true };

async function serve(listener: RequestListener, port?: number) {
  const lines: string[] = [];
  const at = port ?? (await findFreePort("127.0.0.1"));
  const log = createLog({ level: "debug", secrets: [], destination: { write: (line) => lines.push(line) } });
  const metrics = createMetrics({ version: "1" });
  const server = createServer(listener).listen(at, "127.0.0.1");
  await once(server, "listening");
  const traffic = watchTraffic({ port: at, basePath: "", log, metrics });
  onTestFinished(async () => {
    traffic.unsubscribe();
    server.close();
    server.closeAllConnections();
  });
  const read = () => lines.map((line): Record<string, unknown> => JSON.parse(line));
  return { url: `http://127.0.0.1:${at}`, traffic, metrics, read };
}

const answering =
  (status: number): RequestListener =>
  (_, response) =>
    response.writeHead(status).end("x");

test("a request is one line: by its route's name, without what it was asked or by whom", async () => {
  const { url, read, traffic } = await serve(answering(200));
  const response = await fetch(`${url}/agents/ou_secret?q=anna`, { headers: { "x-request-id": "forged" } });
  await expect.poll(read).toHaveLength(1);
  const requestId = response.headers.get("x-request-id");
  expect(requestId).toMatch(/^[\da-f-]{36}$/);
  expect(read()[0]).toEqual({
    level: "info",
    time: expect.any(String),
    requestId,
    method: "GET",
    route: "/agents/:id",
    status: 200,
    durationMs: expect.any(Number),
    msg: "answered",
  });
  expect(JSON.stringify(read())).not.toMatch(/ou_secret|anna|forged/);
  expect(traffic.inFlight()).toBe(0);
});

test("a route of the API names its request itself", async () => {
  const { url, read } = await serve((_, response) => {
    response.setHeader("X-Request-Id", "its-own");
    response.end();
  });
  await fetch(`${url}/api/roster`);
  await expect.poll(read).toMatchObject([{ requestId: "its-own" }]);
});

test.each([
  ["/", 200, "info"],
  ["/api/roster", 304, "debug"],
  ["/api/health", 200, "debug"],
  ["/_next/static/a.js", 200, "debug"],
  ["/api/roster", 401, "info"],
  ["/api/roster", 503, "warn"],
])("%s answered with %i is told at level %s", async (path, status, level) => {
  const { url, read } = await serve(answering(status));
  await fetch(`${url}${path}`);
  await expect.poll(read).toMatchObject([{ level, status }]);
});

test("who goes away before the answer is counted as that", async () => {
  const { url, read, metrics, traffic } = await serve(() => {});
  const request = get(`${url}/api/roster`).on("error", () => {});
  await expect.poll(traffic.inFlight).toBe(1);
  request.destroy();
  await expect.poll(read).toMatchObject([{ status: "aborted" }]);
  expect(await metrics.write(NOTHING)).toContain(
    'rota_http_request_duration_seconds_count{route="/api/roster",method="GET",status="aborted"} 1',
  );
});

test("another server of the same process is not the product's", async () => {
  const { read, metrics } = await serve(answering(200));
  const other = createServer(answering(200)).listen(await findFreePort("127.0.0.1"), "127.0.0.1");
  onTestFinished(() => {
    other.close();
    other.closeAllConnections();
  });
  await once(other, "listening");
  const address = other.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  await fetch(`http://127.0.0.1:${address.port}/`);
  expect(read()).toEqual([]);
  expect(await metrics.write(NOTHING)).not.toContain("rota_http_request_duration_seconds_count{");
});
