import { as, CLOSED, expectShut, HELD, test } from "./fixtures/closed.ts";
import { ask, sendRaw } from "./fixtures/raw-http.ts";
import { expect } from "./fixtures/test.ts";

/** Addresses and methods made to get in, by the numbers of docs/security.md; on the wire, since clients tidy them up. */

test.use({ productOptions: CLOSED });

test("51: a query of 100 KB", ({ door }) =>
  door.expectShut(
    HELD.map((path) => `${path}?${"a=1&".repeat(25_000)}`),
    {},
    [414, 431],
  ));

test("52: percent codes that are broken, in the path and in the query", async ({ door }) => {
  const paths = ["/%", "/%ff", "/now%f", "/agents/%c3%28", "/api/%", "/api/roster%", "/embed/%zz"];
  await door.expectShut(paths, {}, [400, 404]);
  await door.expectShut(["/?q=%ff", "/api/roster?desk=%ff", "/api/export/csv?q=%"], {});
  const known = await ask(door.port, { target: "/api/roster?desk=%ff", headers: as("vic") });
  expect(known.status).toBe(400);
});

for (const next of [
  "//evil.example",
  "/\\evil.example",
  "/%5cevil.example",
  "javascript:alert(1)",
  "https://evil.example",
  "/.//evil.example",
  "/\t/evil.example",
  "//evil.example/%2e%2e",
]) {
  test(`53: next=${next.replace("\t", "TAB")} leads to no other place`, async ({ door: { port } }) => {
    const target = `/sign-in?next=${encodeURIComponent(next)}`;
    const answer = await ask(port, { target, headers: as("vic") });
    expect(answer.status).toBe(307);
    const location = new URL(answer.headers.get("location") ?? "", "https://rota.example");
    expect(location.origin).toBe("https://rota.example");
    const page = await ask(port, { target });
    expect(page.status).toBe(200);
    expect(page.body).not.toMatch(/href="(https?:|javascript:|\/\/|\/\\)[^"]*"/);
  });
}

test("54: a search that looks like a pattern, 8 KB of it", async ({ door: { port } }) => {
  const q = encodeURIComponent("(a+)+$[".repeat(800)).slice(0, 8_000);
  expect((await ask(port, { target: `/?q=${q}`, headers: as("vic") })).status).toBe(200);
});

for (const target of [
  "/embed/../now",
  "/embed/%2e%2e/now",
  "/embed/..%2fnow",
  "/embed/..%5cnow",
  "/embed;/../now",
  "/embed%2f..%2fnow",
  "/sign-in/../now",
  "/icon.svg/../now",
  "/_next/../now",
  "/_next/static/../../now",
  "/_next/static/%2e%2e/%2e%2e/now",
  "/api/health/../roster",
  "/api/health/..%2froster",
  "/api/./roster",
  "/api%2froster",
  "/api/roster%2f",
  "/api/roster;x=1",
  "/api/roster.rsc",
  "/api/roster%00",
  "/API/ROSTER",
  "/now;jsessionid=1",
  "/now%00",
  "/now%00.svg",
  "/now%0d%0aX-Evil:1",
  "/now.rsc",
  "/now.txt",
  "/now.json",
  "/now.svg",
  "/now.segments/_tree.segment.rsc",
  "/now.segments/$c$children/__PAGE__.segment.rsc",
  "/index.rsc",
  "/NOW",
  "/%6eow",
  "/%2fnow",
  "/now?_rsc=1abc2",
  "/_next/data/build/now.json",
  "/_next/data/build/index.json",
  "/_error",
  "/_not-found",
  "/_global-error",
  "/404",
  "/500",
  "/<script>alert(1)</script>",
  "/agents/<img%20src=x%20onerror=alert(1)>",
]) {
  test(`55: ${target}`, async ({ door }) => {
    await door.expectShut([target], {});
    await door.expectShut([target], { headers: ["RSC: 1", "Next-Router-Prefetch: 1"] });
    const known = await ask(door.port, { target, headers: as("vic") });
    expect(known.status).toBeLessThan(500);
  });
}

for (const target of [
  "//now",
  "///now",
  "/now/",
  "/now//",
  "/\\now",
  "//evil.example/now",
  "/api//roster/",
]) {
  test(`55: ${target} is led to an address of ours, and refused there`, async ({ door }) => {
    const answer = await ask(door.port, { target });
    expectShut(answer, [308], door.names);
    await door.expectShut([answer.headers.get("location") ?? ""], {});
  });
}

test("55: whole addresses, and what is none", async ({ door }) => {
  const whole = ["http://evil.example/now", "https://evil.example/api/roster", "http://127.0.0.1/"];
  await door.expectShut([...whole, "http://a:b@evil.example/now"], {}, [401]);
  const none = ["*", "now", "evil.example:443", "#", "javascript:alert(1)"];
  await door.expectShut(none, {}, [400]);
});

test("56: methods that nothing here has", async ({ door }) => {
  for (const method of ["TRACE", "PROPFIND", "MKCOL", "SEARCH", "PURGE"]) {
    const open = ["/embed", "/sign-in", "/icon.svg", "/api/health", "/nothing"];
    await door.expectShut([...HELD, ...open], { method }, [405]);
  }
  // Node itself knows no such word.
  await door.expectShut(["/now"], { method: "TRACK" }, [400]);
});

test("56: what changes things, where nothing can be changed", async ({ door }) => {
  for (const method of ["PUT", "DELETE", "PATCH"]) {
    const open = ["/api/roster", "/api/export/csv", "/api/health", "/embed", "/sign-in"];
    await door.expectShut(open, { method }, [405]);
    await door.expectShut(["/", "/now", "/status"], { method });
    await door.expectShut(["/", "/now"], { method, headers: as("vic") }, [405]);
  }
});

test("56: HEAD tells no more than GET", async ({ door }) => {
  await door.expectShut(HELD, { method: "HEAD" });
  await door.expectShut(["/status"], { method: "HEAD", headers: as("vic") }, [404]);
  const head = await ask(door.port, { method: "HEAD", target: "/api/roster", headers: as("vic") });
  expect([head.status, head.body]).toEqual([200, ""]);
});

test("58: bytes that are no request, or an old one", async ({ door }) => {
  for (const bytes of [
    "garbage\r\n\r\n",
    "GET /now HTTP/9.9\r\nHost: a\r\n\r\n",
    "GET /\0now HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET /now HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n",
    "GET /now HTTP/1.1\r\nX-Viewer : ada\r\nHost: a\r\n\r\n",
    "GET /now HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n",
    "GET /now HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
  ]) {
    expectShut(await sendRaw(door.port, bytes), [400], door.names);
  }
  expectShut(await sendRaw(door.port, "GET /now HTTP/1.0\r\n\r\n"), [401], door.names);
  await door.expectShut(HELD, { version: "1.0" });
});

test("59: what is on the disk, and what other products have", async ({ door }) => {
  const files = [
    "/.env",
    "/.env.local",
    "/.git/config",
    "/package.json",
    "/next.config.js",
    "/.next/BUILD_ID",
  ];
  const images = [
    "/_next/image?url=%2Ficon.svg&w=64&q=75",
    "/_next/image?url=http%3A%2F%2F127.0.0.1&w=64&q=75",
  ];
  const maps = ["/_next/static/chunks/main.js.map", "/_next/server/app/page.js", "/_next/webpack-hmr"];
  const theirs = ["/..%2f..%2fetc/passwd", "/server-status", "/actuator/env"];
  await door.expectShut([...files, ...images, ...maps, ...theirs], {}, [404]);
});
