import { once } from "node:events";
import { createServer, get, type IncomingMessage, request, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDoor } from "./door.ts";
import { packOnce, replyBytes } from "./packed.ts";

const BODY = JSON.stringify({ agents: Array.from({ length: 200 }, (_, i) => `agent ${i}`) });
const bytes = new TextEncoder().encode(BODY);
const closers: (() => void)[] = [];
let port = 0;
let bystander = 0;

/** Stands for Next. */
const listen = async (onPort = 0): Promise<Server> => {
  const server = createServer((asked, response) => {
    response.setHeader("X-Router", asked.headers.rsc ?? "none");
    response.setHeader("X-Credential", asked.headers.authorization ?? "none");
    response.end(`next ${asked.method} ${asked.url}`);
  });
  // As Next does, and as it does not answer.
  server.on("upgrade", () => {});
  server.listen(onPort, "127.0.0.1");
  await once(server, "listening");
  closers.push(() => server.close());
  return server;
};
const portOf = (server: Server) => {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
};

/** A route of the product, in small: what it was asked is in its headers. */
async function route(asked: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(asked.url);
  if (searchParams.has("fault")) throw new Error("a fault of ours");
  if (searchParams.has("unknown")) return Response.json({ error: { code: "not_found" } }, { status: 404 });
  const headers = { ETag: '"v1"', "Content-Type": "application/json", "X-Asked": asked.method + pathname };
  if (asked.headers.get("if-none-match") === '"v1"') return new Response(null, { status: 304, headers });
  const response = replyBytes(bytes, headers);
  response.headers.append("set-cookie", "a=1");
  response.headers.append("set-cookie", "b=2");
  return asked.method === "HEAD" ? new Response(null, response) : response;
}

beforeAll(async () => {
  const server = await listen();
  port = portOf(server);
  bystander = portOf(await listen());
  const routes = new Map([["/base/api/roster", route]]);
  closers.push(openDoor({ port, basePath: "/base", routes, headers: () => ({ "X-Policy": "strict" }) }));
});
afterAll(() => {
  for (const close of closers) close();
});

async function ask(path: string, headers: Record<string, string | string[]> = {}, method = "GET", at = port) {
  const sent = request({ host: "127.0.0.1", port: at, path, method, headers }).end();
  const [response]: IncomingMessage[] = await once(sent, "response");
  if (response === undefined) throw new Error("no answer");
  const chunks = await response.toArray();
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) };
}

describe("what the door answers", () => {
  test.each([
    ["br", "gzip, deflate, br", brotliDecompressSync],
    ["gzip", "gzip", gunzipSync],
    [undefined, "identity", (body: Buffer) => body],
    [undefined, "", (body: Buffer) => body],
  ])("packed as %s for a client that takes %s", async (packing, accepted, open) => {
    const { status, headers, body } = await ask("/base/api/roster?desk=main", {
      "accept-encoding": accepted,
    });
    expect([status, headers["content-encoding"], open(body).toString()]).toEqual([200, packing, BODY]);
    expect(headers["content-length"]).toBe(String(body.length));
    expect(headers).toMatchObject({
      etag: '"v1"',
      "content-type": "application/json",
      "x-policy": "strict",
      "x-asked": "GET/base/api/roster",
      "set-cookie": ["a=1", "b=2"],
    });
  });

  test("a 304 has neither body nor label", async () => {
    const headers = { "if-none-match": '"v1"', "accept-encoding": "gzip" };
    const answer = await ask("/base/api/roster", headers);
    expect([answer.status, answer.body.length]).toEqual([304, 0]);
    expect(answer.headers).toMatchObject({ etag: '"v1"', "x-policy": "strict" });
    expect(answer.headers["content-encoding"]).toBeUndefined();
  });

  test("HEAD is answered without a body", async () => {
    const answer = await ask("/base/api/roster", { "accept-encoding": "gzip" }, "HEAD");
    expect([answer.status, answer.body.length, answer.headers.etag]).toEqual([200, 0, '"v1"']);
  });

  test("an error is plain", async () => {
    const answer = await ask("/base/api/roster?unknown=1", { "accept-encoding": "gzip, br" });
    expect([answer.status, answer.body.toString()]).toEqual([404, '{"error":{"code":"not_found"}}']);
    expect(answer.headers["content-encoding"]).toBeUndefined();
  });

  test("two credentials are told as one that is none", async () => {
    const authorization = ["Bearer a", "Bearer b"];
    expect((await ask("/base/now", { authorization })).headers["x-credential"]).toBe("Bearer a, Bearer b");
    expect((await ask("/base/now", { authorization: "Bearer a" })).headers["x-credential"]).toBe("Bearer a");
  });

  test("an address with slashes too many is led to the one we know", async () => {
    const answer = await ask("//base//api/roster/?a=//", {}, "POST");
    expect([answer.status, answer.headers.location]).toEqual([308, "/base/api/roster?a=//"]);
    expect(answer.headers["x-policy"]).toBe("strict");
  });

  test("a full address is ours, whatever host it names", async () => {
    const answer = await ask("http://evil.example/base/api/roster", { "accept-encoding": "identity" });
    expect([answer.status, answer.body.toString()]).toEqual([200, BODY]);
    expect((await ask("https://evil.example/base/now")).body.toString()).toBe("next GET /base/now");
  });

  test("what lies outside the base path is not there", async () => {
    const answer = await ask("/api/roster");
    expect([answer.status, answer.headers["x-policy"]]).toEqual([404, "strict"]);
  });

  test("the router's headers reach pages, and nothing of the API", async () => {
    const routerOf = async (path: string) => (await ask(path, { rsc: "1" })).headers["x-router"];
    expect([await routerOf("/base/now"), await routerOf("/base/api/notes")]).toEqual(["1", "none"]);
  });

  test("what is no address of ours is refused", async () => {
    const answer = await ask("*", {}, "OPTIONS");
    expect([answer.status, answer.headers["x-policy"]]).toEqual([400, "strict"]);
  });

  test("who would rather speak another protocol is answered in this one", async () => {
    const answer = await ask("/base/now", { connection: "Upgrade", upgrade: "websocket" });
    expect(answer.body.toString()).toBe("next GET /base/now");
  });

  test.each(["/", "/base/api/roster"])("TRACE of %s is refused", async (path) => {
    const answer = await ask(path, {}, "TRACE");
    expect([answer.status, answer.headers.allow]).toEqual([405, "GET, HEAD, OPTIONS"]);
    expect(answer.headers["x-policy"]).toBe("strict");
  });
});

describe("what goes on to Next", () => {
  test.each([
    ["GET", "/base"],
    ["GET", "/base/api/Roster"],
    ["GET", "/base/api/roster%3Fdesk=main"],
    ["POST", "/base/api/roster"],
    ["OPTIONS", "/base/api/roster"],
  ])("%s %s", async (method, path) => {
    expect((await ask(path, {}, method)).body.toString()).toBe(`next ${method} ${path}`);
  });

  test("what the door could not answer", async () => {
    const answer = await ask("/base/api/roster?fault=1");
    expect(answer.body.toString()).toBe("next GET /base/api/roster?fault=1");
  });

  test("all that another server of the process is asked", async () => {
    const response = await ask("/base/api/roster", {}, "GET", bystander);
    expect(response.body.toString()).toBe("next GET /base/api/roster");
  });
});

test("many at once, the first request of the server among them", async () => {
  const fresh = await listen();
  const routes = new Map([["/r", route]]);
  closers.push(openDoor({ port: portOf(fresh), basePath: "", routes, headers: () => ({}) }));
  const askText = async () => {
    const [response]: IncomingMessage[] = await once(get(`http://127.0.0.1:${portOf(fresh)}/r`), "response");
    return response === undefined ? "" : text(response);
  };
  const answers = await Promise.all(Array.from({ length: 20 }, askText));
  expect(new Set(answers)).toEqual(new Set([BODY]));
});

test("bytes are compressed once for each packing", async () => {
  const [first, again, other] = await Promise.all([
    packOnce(bytes, "br"),
    packOnce(bytes, "br"),
    packOnce(bytes, "gzip"),
  ]);
  expect(again.bytes).toBe(first.bytes);
  expect(other.bytes).not.toBe(first.bytes);
  const short = new TextEncoder().encode("{}");
  expect(await packOnce(short, "br")).toEqual({ bytes: short, packing: null });
});
