import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { as, CLOSED, test } from "./fixtures/closed.ts";
import { makeFolder } from "./fixtures/plan-file.ts";
import { ask, type RawAnswer, type RawRequest } from "./fixtures/raw-http.ts";
import { expect } from "./fixtures/test.ts";

/** The headers of every kind of answer, as they stand on the wire. */

const BUILD = join(import.meta.dirname, "../.next");
const HTTPS = "https://rota.example.com";

const DATA_DIR = makeFolder();

test.use({ productOptions: { ...CLOSED, settings: { ...CLOSED.settings, APP_URL: HTTPS, DATA_DIR } } });

const known = as("ada");
const [asset = ""] = globSync("*.js", { cwd: join(BUILD, "static/chunks") });
const [font = ""] = globSync("*.woff2", { cwd: join(BUILD, "static/media") });

/** What the answer may be kept for: personal data never, files of the build for ever. */
const NOT = /no-store/;
const ASKED_AGAIN = /^private, no-cache$/;
const PUBLIC = /^public/;

const KINDS: readonly (readonly [string, RawRequest, number, RegExp])[] = [
  ["a page", { target: "/", headers: known }, 200, NOT],
  ["a part of a page", { target: "/now?_rsc", headers: [...known, "RSC: 1"] }, 200, NOT],
  ["the status page", { target: "/status", headers: known }, 200, NOT],
  ["the sign-in page", { target: "/sign-in" }, 200, NOT],
  ["the frame's page", { target: "/embed" }, 200, NOT],
  ["a page for nobody", { target: "/" }, 401, NOT],
  ["a page that is not there", { target: "/nothing", headers: known }, 404, NOT],
  ["the same for nobody", { target: "/nothing" }, 404, NOT],
  ["an agent who is not there", { target: "/agents/nobody", headers: known }, 404, NOT],
  ["a page without the right", { target: "/status", headers: as("vic") }, 404, NOT],
  ["a page in a method of its own", { method: "PUT", target: "/", headers: known }, 405, NOT],
  ["a way on", { target: "/sign-in?next=%2Fnow", headers: known }, 307, NOT],
  ["slashes too many", { target: "//now/", headers: known }, 308, NOT],
  ["TRACE", { method: "TRACE", target: "/" }, 405, NOT],
  ["no address", { target: "*" }, 400, NOT],
  ["broken percent codes", { target: "/%ff" }, 404, NOT],
  ["the roster", { target: "/api/roster", headers: known }, 200, ASKED_AGAIN],
  ["the roster for nobody", { target: "/api/roster" }, 401, NOT],
  ["an export", { target: "/api/export/csv", headers: known }, 200, NOT],
  ["an export without the right", { target: "/api/export/csv", headers: as("vic") }, 403, NOT],
  ["an unusable value", { target: "/api/roster?desk=%ff", headers: known }, 400, NOT],
  ["a desk that is not there", { target: "/api/roster?desk=x", headers: known }, 404, NOT],
  ["a route that is not there", { target: "/api/nothing", headers: known }, 404, NOT],
  ["a route's wrong method", { method: "PUT", target: "/api/roster", headers: known }, 405, NOT],
  ["a route's methods", { method: "OPTIONS", target: "/api/roster", headers: known }, 204, /^$/],
  [
    "a foreign page's POST",
    { method: "POST", target: "/api/refresh", headers: [...known, "Origin: null"] },
    403,
    NOT,
  ],
  ["health", { target: "/api/health" }, 200, NOT],
  ["metrics", { target: "/api/metrics", headers: known }, 200, NOT],
  ["a feed that is not there", { target: "/api/feeds/x.ics" }, 404, NOT],
  ["a script", { target: `/_next/static/chunks/${asset}` }, 200, PUBLIC],
  ["a font", { target: `/_next/static/media/${basename(font)}` }, 200, PUBLIC],
  ["a file of the build that is not there", { target: "/_next/static/x.js" }, 404, NOT],
  ["the icon", { target: "/icon.svg" }, 200, PUBLIC],
  ["the loader", { target: "/embed.js" }, 200, PUBLIC],
];

const FOR_OTHERS = new Set(["/embed", "/embed.js", "/embed-check.js"]);

for (const [what, request, status, kept] of KINDS) {
  test(`${what}: ${status}`, async ({ door }) => {
    const answer = await ask(door.port, request);
    expect(answer.status, answer.head).toBe(status);
    expectPolicy(answer, request.target);
    expect(answer.headers.get("cache-control") ?? "", answer.head).toMatch(kept);
    expectNonces(answer);
  });
}

test("304: not modified", async ({ door }) => {
  const first = await ask(door.port, { target: "/api/roster", headers: known });
  const headers = [...known, `If-None-Match: ${first.headers.get("etag")}`];
  const again = await ask(door.port, { target: "/api/roster", headers });
  expect([again.status, again.headers.get("cache-control")]).toEqual([304, "private, no-cache"]);
  expectPolicy(again, "/api/roster");
});

test("404: Next's own page for faults is nobody's address", async ({ door }) => {
  const answer = await ask(door.port, { target: "/_global-error", headers: known });
  expect(answer.status).toBe(404);
  expectPolicy(answer, "/_global-error");
});

test("500: a fault of the store is told without a word of it", async ({ door }) => {
  const [, agent] = door.names;
  const wanted: RawRequest = {
    method: "POST",
    target: "/api/feeds",
    headers: [...known, "Content-Type: application/json"],
    body: JSON.stringify({ agent }),
  };
  // Another process holds the file for longer than the product waits for it.
  const file = new DatabaseSync(join(DATA_DIR, "rota.sqlite"));
  file.exec("begin immediate");
  const answer = await ask(door.port, wanted).finally(() => file.close());
  expect(answer.status, answer.head).toBe(500);
  expectPolicy(answer, "/api/feeds");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const body = answer.body.slice(answer.body.indexOf("{"), answer.body.lastIndexOf("}") + 1);
  expect(JSON.parse(body)).toEqual({
    error: { code: "internal", message: "Something went wrong here.", requestId: expect.any(String) },
  });
  await expect.poll(async () => (await ask(door.port, wanted)).status, { timeout: 30_000 }).toBe(201);
});

function expectPolicy({ head, headers }: RawAnswer, target: string): void {
  for (const name of ["content-security-policy", "x-content-type-options", "referrer-policy"]) {
    expect(headers.get(name)?.split("\n"), `${name} once\n${head}`).toHaveLength(1);
  }
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic';/);
  expect(policy).toContain("style-src-attr 'unsafe-inline'; img-src 'self' https:;");
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|\*/);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
  expect(headers.get("permissions-policy")).toContain("camera=()");
  expect(headers.get("strict-transport-security")).toBe("max-age=31536000");
  const isForOthers = FOR_OTHERS.has(target);
  expect(headers.get("cross-origin-resource-policy")).toBe(isForOthers ? "cross-origin" : "same-origin");
  expect(policy).toContain(
    target === "/embed" ? "frame-ancestors https://portal.example" : "frame-ancestors 'none'",
  );
  expect(headers.has("x-frame-options")).toBe(target !== "/embed");
  expect(head).not.toMatch(/^(x-powered-by|server|access-control-[\w-]+|sourcemap):/im);
}

/** Each inline script and style of a page carries the nonce of its own answer. */
function expectNonces({ headers, body }: RawAnswer): void {
  if (!headers.get("content-type")?.startsWith("text/html")) return;
  const nonce = /'nonce-([^']+)'/.exec(headers.get("content-security-policy") ?? "")?.[1];
  for (const [tag] of body.matchAll(/<(?:script|style)\b[^>]*>/g)) expect(tag).toContain(`nonce="${nonce}"`);
  expect(body).not.toMatch(/\son(click|load|error)=|href="javascript:/i);
}

test("each answer has a nonce of its own", async ({ door }) => {
  const nonces = new Set<string | undefined>();
  for (let i = 0; i < 5; i++) {
    const { headers } = await ask(door.port, { target: "/sign-in" });
    nonces.add(/'nonce-([^']+)'/.exec(headers.get("content-security-policy") ?? "")?.[1]);
  }
  expect(nonces.size).toBe(5);
});

test("the build has no Server Actions, no source maps for browsers, no optimizer and no rewrites", async () => {
  const read = async (path: string): Promise<unknown> =>
    JSON.parse(await readFile(join(BUILD, path), "utf8"));
  expect(await read("server/server-reference-manifest.json")).toMatchObject({ node: {}, edge: {} });
  expect(globSync("static/**/*.map", { cwd: BUILD })).toEqual([]);
  expect(await read("images-manifest.json")).toMatchObject({ images: { unoptimized: true } });
  expect(await read("routes-manifest.json")).toMatchObject({
    rewrites: { beforeFiles: [], afterFiles: [], fallback: [] },
  });
  for (const path of globSync("static/chunks/*.js", { cwd: BUILD })) {
    expect(await readFile(join(BUILD, path), "utf8"), path).not.toContain("sourceMappingURL=");
  }
});
