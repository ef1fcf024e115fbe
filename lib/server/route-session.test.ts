import { afterAll, beforeAll, expect, test } from "vitest";
import { RENEW_AFTER_MS, startSession } from "#lib/auth/session.ts";
import { readSettings } from "#lib/config/read-settings.ts";
import { asInstant } from "#lib/schedule/types.ts";
import { replyJson } from "./reply.ts";
import { definePublicRoute, defineRoute } from "./route.ts";
import { dropRuntime, getRuntime, keepRuntime } from "./runtime.ts";

/** What a route does with the session of its viewer. */

beforeAll(async () => {
  const SESSION_SECRET = "a-session-secret-of-the-tests-0123456789";
  await keepRuntime(readSettings({ LOG_LEVEL: "silent", AUTH_MODE: "feishu", SESSION_SECRET }));
});
afterAll(dropRuntime);

const route = defineRoute({ GET: ({ viewer }) => replyJson({ name: viewer.name }) });
const open = definePublicRoute({ GET: () => replyJson({}) });
const ADA = { id: "ou_ada", name: "Ada", email: null, groups: [] };

/** A request of somebody whose last use was written down so long ago. */
async function requestAfter(ms: number): Promise<Request> {
  const { access } = await getRuntime();
  const clock = { now: () => asInstant(access.sessions.clock.now() - ms) };
  const cookie = (await startSession("feishu", ADA, { ...access.sessions, clock })).split(";")[0] ?? "";
  return new Request("http://localhost:3000/api/x", { headers: { cookie } });
}

test("a use is written down when the last one was some time ago", async () => {
  const soon = await route.GET(await requestAfter(1_000));
  expect([soon.status, await soon.json(), soon.headers.get("set-cookie")]).toEqual([
    200,
    { name: "Ada" },
    null,
  ]);
  const later = await route.GET(await requestAfter(RENEW_AFTER_MS));
  expect(later.headers.get("set-cookie")).toMatch(/^rota-session=.+; HttpOnly; SameSite=Lax$/);
});

test("who asks what is open to all keeps no session alive", async () => {
  const answer = await open.GET(await requestAfter(RENEW_AFTER_MS));
  expect([answer.status, answer.headers.get("set-cookie")]).toEqual([200, null]);
});

test("without a session, or with one that is over, nobody is known", async () => {
  expect((await route.GET(new Request("http://localhost:3000/api/x"))).status).toBe(401);
  expect((await route.GET(await requestAfter(31 * 60_000))).status).toBe(401);
});
