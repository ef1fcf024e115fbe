import type { APIRequestContext, APIResponse } from "@playwright/test";
import { z } from "zod/mini";
import { SCHEMAS } from "#lib/contract/openapi-parts.ts";
import { CLOSED, claimsFor, PROXY_SECRET, signToken, VIEWER_KEY } from "./fixtures/closed.ts";
import { expect, test } from "./fixtures/test.ts";

/** What the API says of itself in OpenAPI, held against what it answers: the status, the type, and every field. */

test.use({ productOptions: CLOSED });

const as = (viewer: string) => ({ "X-Viewer": viewer, "X-Secret": PROXY_SECRET });
const WHO = {
  admin: as("ada"),
  viewer: as("vic"),
  "a foreign page": { ...as("ada"), Origin: "https://elsewhere.example" },
  "a key": { Authorization: `Bearer ${VIEWER_KEY}` },
  nobody: {},
} as const;

/** The path as it is described; the query, or the whole address where a part of the path varies; and the status. */
type Case = readonly [
  who: keyof typeof WHO,
  verb: "get" | "post" | "delete",
  path: string,
  query: string,
  status: number,
];

const CASES: readonly Case[] = [
  ["admin", "get", "/api/roster", "", 200],
  ["viewer", "get", "/api/roster", "", 200],
  ["a key", "get", "/api/roster", "?since=unknown", 200],
  ["admin", "get", "/api/roster", "?desk=%ff", 400],
  ["nobody", "get", "/api/roster", "", 401],
  ["admin", "get", "/api/roster", "?desk=nothing", 404],
  ["admin", "get", "/api/coverage", "?start=sun&zone=Europe/Berlin&away=all", 200],
  ["admin", "get", "/api/coverage", "?week=never", 400],
  ["nobody", "get", "/api/coverage", "", 401],
  ["admin", "get", "/api/notes", "?code=overlap,no-schedule", 200],
  ["admin", "get", "/api/notes", "?code=nothing", 400],
  ["admin", "get", "/api/export/{format}", "/api/export/csv?exception=offline-on-shift&start=sun", 200],
  ["admin", "get", "/api/export/{format}", "/api/export/ics?q=a&sort=hours", 200],
  ["admin", "get", "/api/export/{format}", "/api/export/csv?skill=nothing", 400],
  ["viewer", "get", "/api/export/{format}", "/api/export/csv", 403],
  ["admin", "get", "/api/export/{format}", "/api/export/pdf", 404],
  ["viewer", "post", "/api/refresh", "", 202],
  ["a foreign page", "post", "/api/refresh", "", 403],
  ["admin", "get", "/api/feeds", "", 200],
  ["viewer", "get", "/api/feeds", "", 403],
  ["admin", "post", "/api/feeds", "", 400],
  ["admin", "delete", "/api/feeds", "", 400],
  ["admin", "delete", "/api/feeds/{id}", "/api/feeds/nothing", 404],
  ["nobody", "get", "/api/feeds/{secret}.ics", "/api/feeds/nothing.ics", 404],
  ["viewer", "get", "/api/embed/site", "", 200],
  ["nobody", "get", "/api/embed/site", "", 401],
  ["nobody", "post", "/api/embed/session", "", 400],
  ["nobody", "get", "/api/auth/{provider}/{step}", "/api/auth/oidc/start", 404],
  ["admin", "post", "/api/auth/sign-out", "", 204],
  ["nobody", "post", "/api/auth/sign-out", "", 401],
  ["nobody", "get", "/api/health", "", 200],
  ["nobody", "get", "/api/ready", "", 200],
  ["a key", "get", "/api/metrics", "", 200],
  ["viewer", "get", "/api/metrics", "", 403],
  ["nobody", "get", "/api/openapi.json", "", 200],
];

for (const [who, verb, path, query, status] of CASES) {
  const address = query.startsWith("/") ? query : path + query;
  test(`${verb} ${address} by ${who}: ${status}`, async ({ request }) => {
    const answer = await request.fetch(address, { method: verb, headers: WHO[who] });
    expect(answer.status()).toBe(status);
    await expectDescribed(request, verb, path, answer);
  });
}

test("a change, a subscription and an embed session are as described too", async ({ request, product }) => {
  const whole = await request.get("/api/roster", { headers: WHO.admin });
  const { agents }: { agents: readonly { readonly id: string }[] } = await whole.json();
  const made = await request.post("/api/feeds", { headers: WHO.admin, data: { agent: agents[0]?.id } });
  expect(made.status()).toBe(201);
  await expectDescribed(request, "post", "/api/feeds", made);
  const { url } = await made.json();
  const calendar = await request.get(new URL(url).pathname);
  await expectDescribed(request, "get", "/api/feeds/{secret}.ics", calendar);
  await expectDescribed(
    request,
    "get",
    "/api/feeds",
    await request.get("/api/feeds", { headers: WHO.admin }),
  );

  const same = await request.get("/api/roster", {
    headers: { ...WHO.admin, "If-None-Match": whole.headers().etag ?? "" },
  });
  await expectDescribed(request, "get", "/api/roster", same);

  const token = signToken(claimsFor(product));
  const exchange = () => request.post("/api/embed/session", { data: { token } });
  const session = await exchange();
  expect(session.status()).toBe(200);
  await expectDescribed(request, "post", "/api/embed/session", session);
  const again = await exchange();
  expect(again.status()).toBe(401);
  await expectDescribed(request, "post", "/api/embed/session", again);
  const { bearer } = await session.json();
  const site = await request.get("/api/embed/site", { headers: { Authorization: `Bearer ${bearer}` } });
  await expectDescribed(request, "get", "/api/embed/site", site);
});

const content = z.record(z.string(), z.object({ schema: z.unknown() }));
const description = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({ responses: z.record(z.string(), z.object({ content: z.optional(content) })) }),
    ),
  ),
});

/** The status stands in the description with the body's type; JSON has every field of its schema, and no other. */
async function expectDescribed(
  request: APIRequestContext,
  verb: string,
  path: string,
  answer: APIResponse,
): Promise<void> {
  const api = description.parse(await (await request.get("/api/openapi.json")).json());
  const described = api.paths[path]?.[verb]?.responses[String(answer.status())];
  expect(described, `${answer.status()} is described`).toBeDefined();
  const [type = ""] = (answer.headers()["content-type"] ?? "").split(";");
  expect(Object.keys(described?.content ?? { "": null })).toContain(type);
  if (type !== "application/json") return;
  const body: unknown = await answer.json();
  const names = [...JSON.stringify(described?.content?.[type]).matchAll(/schemas\/(\w+)/g)].map(
    ([, name]) => name,
  );
  const read = Object.entries(SCHEMAS)
    .filter(([name]) => names.includes(name))
    .map(([, schema]) => z.safeParse<z.ZodMiniType>(schema, body));
  if (names.length > 0)
    expect(read.filter(({ success }) => success).map(({ data }) => data)).toContainEqual(body);
}
