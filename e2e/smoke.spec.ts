import { errorSchema } from "#lib/contract/answers.ts";
import { CLOCK_HEADERS } from "#lib/contract/roster.ts";
import { rosterSchema } from "#lib/contract/roster-schema.ts";
import { codeFault } from "#lib/sample-desk/fault-presets.ts";
import { expect, test } from "./fixtures/test.ts";

/** The API over HTTP, on the built product: what product.md section 5 promises to other programs. */

// A product of its own kind: on those of other specs their records may still be on the desk.
test.use({ productOptions: { size: 60 } });

test("the roster is the contract's, and the clock is in the headers", async ({ request, product }) => {
  const response = await request.get("/api/roster");
  expect(response.status()).toBe(200);
  const json = await response.json();
  const roster = rosterSchema.parse(json);
  expect(roster.desk).toEqual({ key: "main", name: "IT 服务台", timeZone: "Asia/Shanghai" });
  expect(roster.agents.length).toBeGreaterThanOrEqual(60);
  expect(roster.agents.map(({ sortKey }) => sortKey)).toEqual(
    roster.agents.map(({ sortKey }) => sortKey).sort(),
  );

  const headers = response.headers();
  expect(headers["cache-control"]).toBe("private, no-cache");
  for (const name of ["Cookie", "Authorization", "Accept-Encoding"]) expect(headers.vary).toContain(name);
  for (const name of Object.values(CLOCK_HEADERS)) {
    expect(headers[name.toLowerCase()]).toMatch(/^2026-11-19T09:\d\d:\d\d\.\d{3}Z$/);
  }
  const servedAt = Date.parse(headers["rota-served-at"] ?? "");
  expect(Math.abs(servedAt - (Date.now() + product.offsetMs))).toBeLessThan(5_000);
});

test("who has this version gets 304 with the clock", async ({ request }) => {
  const { etag = "" } = (await request.get("/api/roster")).headers();
  expect(etag).toMatch(/^"[\w-]+"$/);
  for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
    const response = await request.get("/api/roster", { headers: { "If-None-Match": tag } });
    expect([response.status(), response.headers().etag]).toEqual([304, etag]);
    expect(response.headers()["rota-fetched-at"]).toBeDefined();
  }
  const other = await request.get("/api/roster", { headers: { "If-None-Match": '"other"' } });
  expect(other.status()).toBe(200);
});

test("HEAD is GET without the body", async ({ request }) => {
  const response = await request.head("/api/roster");
  expect(response.status()).toBe(200);
  expect(response.headers().etag).toBeDefined();
});

for (const { path, status, code } of [
  { path: "/api/roster?desk=nobody", status: 404, code: "not_found" },
  { path: "/api/roster?desk=a%2Fb", status: 400, code: "invalid" },
  { path: "/api/roster?desk=%ff", status: 400, code: "invalid" },
  { path: "/api/roster?week=2026-02-30", status: 400, code: "invalid" },
  { path: "/api/nothing/here", status: 404, code: "not_found" },
  { path: "/api", status: 404, code: "not_found" },
  { path: "/api/%ff", status: 404, code: "not_found" },
]) {
  test(`${path} is ${code}, in the envelope`, async ({ product }) => {
    // Not by Playwright's request, which would mend the address.
    const response = await fetch(product.url + path);
    expect(response.status).toBe(status);
    const { error } = errorSchema.parse(await response.json());
    expect([error.code, error.requestId]).toEqual([code, response.headers.get("x-request-id")]);
  });
}

test("of a repeated key the first usable value counts, unknown keys do not", async ({ request }) => {
  expect((await request.get("/api/roster?desk=a/b&desk=main&x=1&desk=")).status()).toBe(200);
});

for (const method of ["PUT", "PATCH", "DELETE", "POST"]) {
  test(`${method} /api/roster is refused`, async ({ request }) => {
    const response = await request.fetch("/api/roster", { method });
    expect([response.status(), response.headers().allow]).toEqual([405, "GET, HEAD, OPTIONS"]);
  });
}

test("a foreign page cannot ask for a round", async ({ request, product }) => {
  for (const origin of ["https://evil.example", "null", "http://127.0.0.1:1"]) {
    expect((await request.post("/api/refresh", { headers: { origin } })).status()).toBe(403);
  }
  expect((await request.post("/api/refresh?desk=nobody")).status()).toBe(404);
  expect(product.feishu.control.journal()).toEqual([]);
});

test("an outage leaves the last good roster, and says since when and why; then it mends itself", async ({
  request,
  product,
}) => {
  const read = async () => rosterSchema.parse(await (await request.get("/api/roster")).json());
  const before = await read();
  product.feishu.control.failAlways(codeFault(155000));
  expect((await request.post("/api/refresh", { headers: { origin: product.url } })).status()).toBe(202);
  await expect.poll(async () => (await read()).freshness, { timeout: 20_000 }).toBe("stale");
  const down = await read();
  expect(down.agents.map(({ id }) => id)).toEqual(before.agents.map(({ id }) => id));
  expect(down.problem).toMatchObject({
    code: "upstream_error",
    since: expect.stringMatching(/^2026-11-19T/),
  });
  expect(down.problem?.logId).toBeTruthy();

  product.feishu.control.clearFaults();
  await expect.poll(async () => (await read()).problem, { timeout: 20_000 }).toBeNull();
  expect((await read()).freshness).toBe("fresh");
});

test("health, readiness and the API's description are open to all", async ({ request }) => {
  expect(await (await request.get("/api/health")).json()).toEqual({ status: "ok" });
  expect(await (await request.get("/api/ready")).json()).toEqual({ status: "ready" });
  const api = await (await request.get("/api/openapi.json")).json();
  expect(api.openapi).toBe("3.1.0");
  expect(Object.keys(api.paths)).toContain("/api/roster");
});

test("every answer carries the headers that keep others out", async ({ product }) => {
  for (const path of ["/", "/api/roster", "/nothing", "/agents/%ff", "/_next/static/nothing.js"]) {
    const { headers } = await fetch(product.url + path);
    const csp = headers.get("content-security-policy") ?? "";
    expect(csp).toMatch(/script-src 'self' 'nonce-[\w+/=]+' 'strict-dynamic';/);
    expect(csp).toContain("frame-ancestors 'none'");
    expect(csp).not.toContain("unsafe-eval");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.has("x-powered-by")).toBe(false);
    expect(headers.has("access-control-allow-origin")).toBe(false);
  }
});

test("each page gets a nonce of its own, and an address with broken codes is no page", async ({
  product,
}) => {
  const nonces = await Promise.all(
    [1, 2].map(
      async () =>
        (await fetch(product.url)).headers.get("content-security-policy")?.match(/nonce-([^']+)/)?.[1],
    ),
  );
  expect(new Set(nonces).size).toBe(2);
  for (const path of ["/agents/%ff", "/%E0%A4%A", "/nothing"]) {
    expect((await fetch(product.url + path)).status, path).toBe(404);
  }
});

test("the board opens without an error on its console, at the moment of the test", async ({
  page,
  product,
}) => {
  await page.goto("/");
  await expect(page.getByRole("grid")).toBeVisible();
  const browserNow = await page.evaluate(() => Date.now());
  expect(Math.abs(browserNow - (Date.now() + product.offsetMs))).toBeLessThan(5_000);
});
