import { once } from "node:events";
import { connect } from "node:net";
import { as, CLOSED, HELD, PROXY_SECRET, test } from "./fixtures/closed.ts";
import { ask } from "./fixtures/raw-http.ts";
import { expect } from "./fixtures/test.ts";

/** Headers made to get in, by the numbers of docs/security.md. */

test.use({ productOptions: CLOSED });

const ACTION = '--x\r\nContent-Disposition: form-data; name="$ACTION_ID_00"\r\n\r\n\r\n--x--\r\n';
const FORGED: readonly (readonly [string, readonly string[]])[] = [
  ["an action", [`Next-Action: ${"0".repeat(40)}`, "Content-Type: text/plain;charset=UTF-8"]],
  ["an action's form", ["Content-Type: multipart/form-data; boundary=x"]],
  ["an action's name that is none", ["Next-Action: ../../x"]],
];
for (const [what, headers] of FORGED) {
  test(`57: ${what}, posted`, async ({ door }) => {
    const post = { method: "POST", headers, body: ACTION };
    await door.expectShut(["/", "/now", "/status", "/nothing", "/api/refresh"], post);
    await door.expectShut(["/embed", "/sign-in"], post, [405]);
    await door.expectShut(["/", "/now"], { ...post, headers: [...as("vic"), ...headers] }, [405]);
  });
}

const TREE = encodeURIComponent('["",{"children":["(portal)",{"children":["now",{}]}]},null,"refetch"]');
const SMUGGLED: readonly (readonly [string, readonly string[]])[] = [
  ["the router's", ["RSC: 1"]],
  ["a prefetch", ["RSC: 1", "Next-Router-Prefetch: 1"]],
  ["a segment", ["RSC: 1", "Next-Router-Prefetch: 1", "Next-Router-Segment-Prefetch: /_tree"]],
  ["a part of the page", ["RSC: 1", `Next-Router-State-Tree: ${TREE}`]],
  ["a tree that is none", ["RSC: 1", "Next-Router-State-Tree: %zz["]],
  ["another page's address", ["RSC: 1", "Next-Url: /embed"]],
  ["the old data route's", ["x-nextjs-data: 1"]],
  ["CVE-2025-29927", ["x-middleware-subrequest: proxy:proxy:proxy:proxy:proxy"]],
  ["the same, of old", [`x-middleware-subrequest: ${Array(5).fill("src/middleware").join(":")}`]],
  ["the proxy's own answer", ["x-middleware-next: 1", "x-middleware-rewrite: /embed"]],
  ["the router's own", ["x-invoke-path: /embed", "x-invoke-output: /embed", "x-matched-path: /embed"]],
  ["another proxy's", ["x-original-url: /embed", "x-rewrite-url: /embed"]],
  ["ours", ["x-rota-path: /embed", "x-rota-search: ?lang=en", "x-nonce: evil"]],
  ["a preview's", ["Cookie: __prerender_bypass=x; __next_preview_data=x", "x-prerender-revalidate: x"]],
  ["a method's", ["X-HTTP-Method-Override: GET", "X-Method-Override: GET"]],
  ["an upgrade", ["Upgrade: websocket", "Connection: Upgrade, close"]],
  ["an embed's, without a session", ["Rota-Embed: 1", "Cookie: __Host-rota-embed=x"]],
];
for (const [what, headers] of SMUGGLED) {
  test(`57: ${what}`, async ({ door }) => {
    await door.expectShut(HELD, { headers });
    await door.expectShut(["/status"], { headers: [...as("vic"), ...headers] }, [401, 404]);
  });
}

test("58: a header of 20 KB", ({ door }) =>
  door.expectShut(HELD, { headers: [`X-Big: ${"a".repeat(20_000)}`] }, [431]));

const UNPROVEN: readonly (readonly string[])[] = [
  ["X-Viewer: ada"],
  ["X-Viewer: ada", "X-Secret:"],
  ["X-Viewer: ada", `X-Secret: ${PROXY_SECRET.slice(0, -1)}`],
  ["X-Viewer: ada", `X-Secret: ${PROXY_SECRET.toUpperCase()}`],
  [`X-Secret: ${PROXY_SECRET}`],
  ["X-Viewer:", `X-Secret: ${PROXY_SECRET}`],
  ["X-Forwarded-User: ada", "X-Remote-User: ada", `X-Secret: ${PROXY_SECRET}`],
];
test("81: a viewer's name without the secret, or with a wrong one", async ({ door }) => {
  for (const headers of UNPROVEN) await door.expectShut(HELD, { headers });
});

test("82: doubled headers", async ({ door }) => {
  for (const headers of [
    ["X-Viewer: ada", ...as("vic")],
    [...as("vic"), "X-Viewer: ada"],
    ["X-Viewer: ada, vic", `X-Secret: ${PROXY_SECRET}`],
    [...as("vic"), `X-Secret: ${PROXY_SECRET}`],
    ["Authorization: Bearer a", "Authorization: Bearer b"],
  ]) {
    await door.expectShut(["/", "/status", "/api/roster"], { headers });
  }
});

const HOSTS: readonly (readonly [string, readonly string[]])[] = [
  ["Host", ["Host: evil.example"]],
  ["a Host with markup", ["Host: evil.example/<script>alert(1)</script>"]],
  ["two Hosts", ["Host: 127.0.0.1", "Host: evil.example"]],
  ["X-Forwarded-Host", ["X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https"]],
  ["a scheme that is none", ["X-Forwarded-Proto: javascript", "X-Forwarded-Port: 99999999"]],
  ["Forwarded", ["Forwarded: for=1.2.3.4;host=evil.example;proto=https"]],
];
for (const [what, headers] of HOSTS) {
  test(`83: ${what} decides nothing`, async ({ door }) => {
    await door.expectShut(HELD, { headers }, [400, 401, 404]);
    for (const target of ["/", "/sign-in?next=%2Fnow", "/now/", "/api/openapi.json", "/embed"]) {
      const known = await ask(door.port, { target, headers: [...as("vic"), ...headers] });
      expect(known.status, target).toBeLessThan(500);
      expect(known.head + known.body, target).not.toContain("evil.example");
    }
  });
}

test("84: X-Forwarded-For opens nothing", ({ door }) =>
  door.expectShut(HELD, { headers: ["X-Forwarded-For: 127.0.0.1, ::1, 10.0.0.1", "X-Real-IP: 127.0.0.1"] }));

test("85: a POST of another page, or of one that hides itself", async ({ door }) => {
  const { port } = door;
  const own = `http://127.0.0.1:${port}`;
  for (const origin of ["https://evil.example", "null", `${own}.evil.example`, `${own}0`, ""]) {
    const headers = [...as("mia"), `Origin: ${origin}`];
    const routes = ["/api/refresh", "/api/feeds", "/api/auth/sign-out", "/api/embed/session"];
    await door.expectShut(routes, { method: "POST", headers, body: "{}" }, [403]);
    await door.expectShut(["/api/feeds/x", "/api/feeds?id=x"], { method: "DELETE", headers }, [403]);
  }
  const headers = [...as("vic"), `Origin: ${own}`];
  expect((await ask(port, { method: "POST", target: "/api/refresh", headers })).status).toBe(202);
});

test("no other origin is ever given leave", async ({ door }) => {
  const headers = ["Origin: https://portal.example", "Access-Control-Request-Method: POST"];
  const routes = ["/api/roster", "/api/embed/session", "/api/feeds"];
  await door.expectShut(routes, { method: "OPTIONS", headers }, [204]);
  for (const target of ["/api/roster", "/api/health", "/embed", "/embed.js"]) {
    const answer = await ask(door.port, { target, headers: [...as("vic"), ...headers] });
    expect(answer.head, target).not.toMatch(/^access-control-/im);
  }
});

test("a body that never ends is no trouble to others", async ({ door: { port } }) => {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  socket.write("POST /api/embed/session HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{");
  expect((await ask(port, { target: "/api/health" })).status).toBe(200);
  socket.destroy();
  const headers = ["Expect: 100-continue"];
  const late = await ask(port, { method: "POST", target: "/api/refresh", headers, body: "{}" });
  expect(late.head + late.body).toContain("401");
});
