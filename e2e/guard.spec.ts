import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixtures/test.ts";

/** Who may look, asked at every address of the build (product.md, section 7), by requests alone. */

const SECRET = "a-secret-of-the-proxy-0123456789";
const VIEWER_KEY = "viewer-key-0123456789";
const as = (viewer: string) => ({ "x-viewer": viewer, "x-secret": SECRET });

test.use({
  // The browser itself reports a page that was refused.
  allowedErrors: [/401/],
  productOptions: {
    settings: {
      AUTH_MODE: "proxy",
      PROXY_USER_HEADER: "X-Viewer",
      PROXY_SECRET_HEADER: "X-Secret",
      PROXY_SECRET: SECRET,
      ROLE_MANAGERS: "mia",
      ROLE_ADMINS: "ada",
      API_KEYS: JSON.stringify([{ name: "screen", role: "viewer", key: VIEWER_KEY }]),
    },
  },
});

/** Open to all: what they answer to anybody is none of a guard's. */
const OPEN = new Set([
  "/icon.svg",
  "/sign-in",
  "/embed",
  "/api/health",
  "/api/ready",
  "/api/openapi.json",
  "/api/auth/[provider]/[step]",
  "/api/embed/session",
  "/api/feeds/[name]",
  "/api/[[...rest]]",
]);

/** The build's own list, so that a new address cannot be forgotten. */
function readAddresses(): readonly string[] {
  const path = join(import.meta.dirname, "../.next/app-path-routes-manifest.json");
  const manifest: Readonly<Record<string, string>> = JSON.parse(readFileSync(path, "utf8"));
  return Object.values(manifest).filter((address) => !address.startsWith("/_"));
}

const fill = (address: string) => address.replace(/\[\[?(\.\.\.)?\w+\]\]?/g, "csv");

/** With which others got past a guard that stood before the page and not in it. */
const DISGUISES: readonly Readonly<Record<string, string>>[] = [
  {},
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
  { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
  { "x-middleware-next": "1", "x-rota-path": "/embed" },
  { "next-action": "0".repeat(40) },
  { "x-viewer": "ada" },
  { "x-viewer": "ada", "x-secret": "wrong" },
  { authorization: "Bearer wrong" },
  { authorization: "Basic YWRhOmFkYQ==" },
  { cookie: "rota-session=ada" },
];

test("every address refuses who is not known, whatever the request pretends", async ({
  product,
  request,
}) => {
  const known = await request.get("/api/roster", { headers: as("ada") });
  const { agents }: { agents: readonly { id: string; name: string }[] } = await known.json();
  const [agent = { id: "", name: "" }] = agents;
  const guarded = readAddresses().filter((address) => !OPEN.has(address));
  expect(guarded.length).toBeGreaterThan(10);
  for (const address of [...guarded.map(fill), `/agents/${agent.id}`, "/api/export/ics"]) {
    for (const headers of DISGUISES) {
      // The router's requests are sent on to themselves once, with a mark in the address.
      const answer = await fetch(product.url + address, { headers });
      const told = `${address} ${JSON.stringify(headers)}`;
      const isPost = /refresh|sign-out/.test(address);
      expect(answer.status, told).toBe(isPost ? 405 : 401);
      expect(await answer.text(), told).not.toContain(agent.name);
      expect(answer.headers.get("cache-control"), told).toContain("no-store");
    }
  }
  for (const address of ["/api/refresh", "/api/auth/sign-out", "/api/feeds"]) {
    expect((await request.post(address)).status(), address).toBe(401);
  }
  expect((await request.delete("/api/feeds/some-id")).status()).toBe(401);
});

// security.md, list 55.
for (const path of [
  "/embed/../now",
  "/embed/..%2fnow",
  "//now",
  "/now;x",
  "/now.rsc",
  "/now%00",
  "/NOW",
  "/sign-in/../now",
  "/api/../now",
  "/%6eow",
  "/now/",
  "/now?_rsc=1",
  "/now.segments/_tree.segment.rsc",
]) {
  test(`${path} opens nothing`, async ({ product }) => {
    const answer = await fetch(product.url + path, { headers: { rsc: "1" } });
    expect([401, 404, 400]).toContain(answer.status);
    expect(await answer.text()).not.toContain("data-agent-id");
  });
}

test("each role gets what it may, and no more", async ({ product }) => {
  const statusOf = async (path: string, headers: Record<string, string>) =>
    (await fetch(product.url + path, { headers, redirect: "manual" })).status;
  const table = [
    ["/", "vic", 200],
    ["/status", "vic", 404],
    ["/status", "mia", 404],
    ["/status", "ada", 200],
    ["/api/roster", "vic", 200],
    ["/api/notes", "vic", 200],
    ["/api/coverage", "vic", 200],
    ["/api/export/csv", "vic", 403],
    ["/api/export/ics", "vic", 403],
    ["/api/feeds", "vic", 403],
    ["/api/export/csv", "mia", 200],
    ["/api/metrics", "mia", 403],
    ["/api/metrics", "ada", 200],
  ] as const;
  for (const [path, who, status] of table)
    expect(await statusOf(path, as(who)), `${path} ${who}`).toBe(status);
  expect(await statusOf("/status", { ...as("mia"), rsc: "1" })).toBe(404);
  const key = { authorization: `Bearer ${VIEWER_KEY}` };
  expect([await statusOf("/", key), await statusOf("/api/metrics", key)]).toEqual([200, 200]);
});

test("a viewer's answers hold no email, and share no tag with a manager's", async ({ product }) => {
  const read = async (who: string, headers = {}) =>
    fetch(`${product.url}/api/roster`, { headers: { ...as(who), ...headers } });
  const tags: string[] = [];
  for (const who of ["vic", "mia", "ada"]) tags.push((await read(who)).headers.get("etag") ?? "");
  expect(new Set(tags).size).toBe(3);
  expect(await (await read("vic")).text()).not.toContain("@");
  // A manager's tag does not make a viewer's answer "not modified".
  expect((await read("vic", { "if-none-match": tags[1] })).status).toBe(200);
  for (const path of ["/", "/now", "/coverage", "/api/notes"]) {
    const page = await fetch(product.url + path, { headers: as("vic") });
    expect(await page.text(), path).not.toContain(".example");
  }
});

test("a viewer may ask for a round, and no foreign page in a viewer's name", async ({ request }) => {
  const ask = async (origin: string) =>
    (await request.post("/api/refresh", { headers: { ...as("vic"), origin } })).status();
  expect([await ask("https://evil.example"), await ask("null")]).toEqual([403, 403]);
  expect((await request.post("/api/refresh", { headers: as("vic") })).status()).toBe(202);
});

test("who is refused finds a page in the browser's language that says where to go", async ({ page }) => {
  const answer = await page.goto("/now");
  expect(answer?.status()).toBe(401);
  await expect(page.getByRole("heading", { name: "登录后查看班表" })).toBeVisible();
  await expect(page.getByText("请从公司的门户或统一入口打开班表")).toBeVisible();
});
