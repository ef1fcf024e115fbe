import { as, CLOSED, claimsFor, EMBED_KEY, signToken, test, VIEWER_KEY } from "./fixtures/closed.ts";
import type { Product } from "./fixtures/product.ts";
import { ask } from "./fixtures/raw-http.ts";
import { expect } from "./fixtures/test.ts";

/** What the log holds of who did what, and what a flood gets: by the lines of a real process. */

const settings = { ...CLOSED.settings, TRUST_PROXY_HOPS: "1", LOG_LEVEL: "error" };
test.use({ productOptions: { ...CLOSED, settings } });

type Line = Readonly<Record<string, unknown>>;

const auditOf = (product: Product): readonly Line[] =>
  product
    .said()
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line): Line => JSON.parse(line))
    .filter(({ audit }) => audit === true);

/** Each test comes from an address of its own, as the proxy in front would tell. */
const from = (address: string) => [`X-Forwarded-For: 203.0.113.7, ${address}`];
const linesFrom = (product: Product, address: string) =>
  auditOf(product).filter((line) => line.from === address);

test("downloads, with who, what and from where", async ({ door, product }) => {
  const headers = [...as("mia"), ...from("192.0.2.1")];
  const answer = await ask(door.port, { target: "/api/export/csv?q=zhang", headers });
  expect(answer.status).toBe(200);
  await expect
    .poll(() => linesFrom(product, "192.0.2.1"))
    .toEqual([
      expect.objectContaining({
        event: "export",
        result: "ok",
        by: "proxy",
        who: "mia",
        role: "manager",
        format: "csv",
        desk: "main",
        requestId: answer.headers.get("x-request-id"),
      }),
    ]);
});

test("refusals: who is not known, and who has no right", async ({ door, product }) => {
  const at = from("192.0.2.2");
  await ask(door.port, { target: "/api/roster?q=zhang", headers: at });
  await ask(door.port, { target: "/now?q=zhang", headers: at });
  await ask(door.port, { target: "/api/export/csv", headers: [...as("vic"), ...at] });
  await ask(door.port, { target: "/status", headers: [...as("vic"), ...at] });
  const refused = { event: "access", result: "refused" };
  await expect
    .poll(() => linesFrom(product, "192.0.2.2"))
    .toMatchObject([
      { ...refused, who: null, route: "/api/roster", code: "unauthenticated" },
      { ...refused, who: null, route: "/now", code: "unauthenticated" },
      { ...refused, who: "vic", route: "/api/export/:format", code: "forbidden" },
      { ...refused, who: "vic", route: "/status", code: "forbidden" },
    ]);
  expect(JSON.stringify(auditOf(product))).not.toContain("zhang");
});

test("subscriptions, embed sessions and sign-outs", async ({ door, product }) => {
  const headers = [...as("mia"), ...from("192.0.2.3")];
  const roster = await ask(door.port, { target: "/api/roster", headers });
  const agent = /"agents":\[\{"id":"([^"]+)"/.exec(roster.body)?.[1];
  const post = { method: "POST", target: "/api/feeds", headers, body: JSON.stringify({ agent }) };
  const made = await ask(door.port, post);
  expect(made.status).toBe(201);
  const id = /"id":"([^"]+)"/.exec(made.body)?.[1];
  await ask(door.port, { method: "DELETE", target: `/api/feeds/${id}`, headers });
  const body = JSON.stringify({ token: signToken(claimsFor(product)) });
  await ask(door.port, { method: "POST", target: "/api/embed/session", headers: from("192.0.2.3"), body });
  await ask(door.port, { method: "POST", target: "/api/auth/sign-out", headers });
  await expect
    .poll(() => linesFrom(product, "192.0.2.3"))
    .toMatchObject([
      { event: "feed-created", who: "mia", feed: id },
      { event: "feed-revoked", who: "mia", feed: id },
      { event: "embed-session", result: "ok", by: "embed", who: "portal/jia.wen", kid: EMBED_KEY.kid },
      { event: "sign-out", who: "mia" },
    ]);
  expect(product.said()).not.toContain(body);
});

test("a name that stands further left than the proxy's own entry is not believed", async ({
  door,
  product,
}) => {
  const headers = ["X-Forwarded-For: 10.9.9.9", "X-Forwarded-For: 192.0.2.4"];
  await ask(door.port, { target: "/api/roster", headers });
  await ask(door.port, { target: "/api/roster", headers: ["X-Forwarded-For: 192.0.2.4, garbage"] });
  await expect.poll(() => linesFrom(product, "192.0.2.4")).toHaveLength(1);
  expect(linesFrom(product, "unknown").length).toBeGreaterThan(0);
  expect(JSON.stringify(auditOf(product))).not.toContain("10.9.9.9");
});

test("80: 500 bad tokens in a minute", async ({ door, product }) => {
  const flood = { method: "POST", target: "/api/embed/session", body: '{"token":"a.b.c"}' };
  const statuses: number[] = [];
  let wait = "";
  for (let i = 0; i < 500; i++) {
    const answer = await ask(door.port, { ...flood, headers: from("192.0.2.80") });
    statuses.push(answer.status);
    wait = answer.headers.get("retry-after") ?? "";
  }
  // Sixty pass in any case; the clock may begin a new minute on the way.
  expect(statuses.slice(0, 60)).toEqual(Array(60).fill(401));
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(200);
  expect(statuses.every((status) => status === 401 || status === 429)).toBe(true);
  expect(Number(wait)).toBeGreaterThan(0);
  expect(Number(wait)).toBeLessThanOrEqual(60);
  const throttled = linesFrom(product, "192.0.2.80").filter(({ event }) => event === "throttled");
  expect(throttled.length).toBeGreaterThan(0);
  expect(throttled.length).toBeLessThanOrEqual(2);
  expect(linesFrom(product, "192.0.2.80").length).toBeLessThan(70);
  // Neither a good token from the same place nor a bad one from another feels it.
  const good = JSON.stringify({ token: signToken(claimsFor(product)) });
  expect((await ask(door.port, { ...flood, headers: from("192.0.2.80"), body: good })).status).toBe(200);
  expect((await ask(door.port, { ...flood, headers: from("192.0.2.81") })).status).toBe(401);
});

test("a flood of wrong keys keeps out no right one", async ({ door }) => {
  const at = from("192.0.2.90");
  const statuses = new Set<number>();
  for (let i = 0; i < 700; i++) {
    const headers = [...at, `Authorization: Bearer wrong-${i}`];
    statuses.add((await ask(door.port, { target: "/api/roster", headers })).status);
  }
  expect([...statuses]).toEqual([401, 429]);
  const right = [...at, `Authorization: Bearer ${VIEWER_KEY}`];
  expect((await ask(door.port, { target: "/api/roster", headers: right })).status).toBe(200);
});
