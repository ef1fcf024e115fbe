import { afterAll, beforeAll, expect, test } from "vitest";
import { readSettings } from "#lib/config/read-settings.ts";
import { definePublicRoute } from "./route.ts";
import { dropRuntime, keepRuntime } from "./runtime.ts";
import { takeSignInStep } from "./sign-in-step.ts";

/** How often one may try to sign in (docs/security.md): with the real runtime, behind one proxy. */

beforeAll(async () => {
  const SESSION_SECRET = "a-session-secret-of-the-tests-0123456789";
  const settings = { LOG_LEVEL: "silent", AUTH_MODE: "feishu", SESSION_SECRET, TRUST_PROXY_HOPS: "1" };
  await keepRuntime(readSettings(settings));
});
afterAll(dropRuntime);

const route = definePublicRoute({ GET: takeSignInStep });

const take = (step: string, address: string) =>
  route.GET(
    new Request(`http://localhost:3000/api/auth/feishu/${step}`, { headers: { "x-forwarded-for": address } }),
  );

async function takeMany(times: number, step: string, address: string): Promise<readonly number[]> {
  const statuses: number[] = [];
  for (let i = 0; i < times; i++) statuses.push((await take(step, address)).status);
  return statuses;
}

test("so many beginnings a client and a minute, whatever comes of them", async () => {
  const statuses = await takeMany(121, "start", "192.0.2.1");
  expect(statuses).toEqual([...Array(120).fill(303), 429]);
  const refused = await take("start", "192.0.2.1");
  expect((await refused.json()).error.code).toBe("rate_limited");
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(refused.headers.get("set-cookie")).toBeNull();
  expect((await take("start", "192.0.2.2")).status).toBe(303);
});

test("who came back without an attempt of theirs too often is not heard, and others are", async () => {
  const callback = "callback?code=a&state=b";
  expect(await takeMany(61, callback, "192.0.2.3")).toEqual([...Array(60).fill(303), 429]);
  expect((await take(callback, "192.0.2.3")).status).toBe(429);
  const other = await take(callback, "192.0.2.4");
  expect(other.headers.get("location")).toContain("/sign-in?failed=1");
  // What was refused are returns; to begin anew is still possible.
  expect((await take("start", "192.0.2.3")).status).toBe(303);
});
