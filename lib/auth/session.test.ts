import { describe, expect, test } from "vitest";
import { seal } from "./sealed.ts";
import {
  endSession,
  IDLE_MS,
  RENEW_AFTER_MS,
  readSession,
  renewSession,
  SESSION_MS,
  startSession,
} from "./session.ts";
import { createMovedClock, headersWith, NOON, SECRET, sessionRules } from "./testing/access.ts";

const ADA = { id: "ada", name: "Ada", email: "ada@corp.example", groups: ["it"] };
const HOUR_MS = 60 * 60_000;

describe("a session", () => {
  test("is what the browser brings back, and says nothing to who reads it", async () => {
    const rules = sessionRules();
    const cookie = await startSession("oidc", ADA, rules);
    expect(cookie).toMatch(
      /^__Host-rota-session=[^;]+; Path=\/; Max-Age=28800; HttpOnly; SameSite=Lax; Secure$/,
    );
    expect(cookie).not.toContain("ada");
    const session = { by: "oidc", identity: ADA, startedAt: NOON, seenAt: NOON };
    expect(await readSession(headersWith(cookie), rules)).toEqual(session);
  });

  test("fits into a cookie, whatever a provider calls its people", async () => {
    const rules = sessionRules();
    const cookie = await startSession("oidc", { ...ADA, name: "👩‍🚀".repeat(10_000) }, rules);
    expect(cookie.length).toBeLessThan(4_096);
    expect((await readSession(headersWith(cookie), rules))?.identity.id).toBe("ada");
  });

  test("ends half an hour after its last use", async () => {
    const clock = createMovedClock();
    const rules = sessionRules({ clock });
    const headers = headersWith(await startSession("oidc", ADA, rules));
    clock.pass(IDLE_MS - 1);
    expect(await readSession(headers, rules)).not.toBeNull();
    clock.pass(1);
    expect(await readSession(headers, rules)).toBeNull();
  });

  test("ends after eight hours, however busy the viewer is", async () => {
    const clock = createMovedClock();
    const rules = sessionRules({ clock });
    let cookie = await startSession("oidc", ADA, rules);
    for (let used = 0; used < SESSION_MS - 10 * 60_000; used += 10 * 60_000) {
      clock.pass(10 * 60_000);
      cookie = (await renewSession(headersWith(cookie), rules)) ?? "";
    }
    expect(await readSession(headersWith(cookie), rules)).not.toBeNull();
    clock.pass(10 * 60_000);
    expect(await readSession(headersWith(cookie), rules)).toBeNull();
  });

  test("is written down again now and then, for no longer than it has left", async () => {
    const clock = createMovedClock();
    const rules = sessionRules({ clock });
    const headers = headersWith(await startSession("oidc", ADA, rules));
    clock.pass(RENEW_AFTER_MS - 1);
    expect(await renewSession(headers, rules)).toBeNull();
    clock.pass(1);
    expect(await renewSession(headers, rules)).toContain(`Max-Age=${(8 * HOUR_MS - RENEW_AFTER_MS) / 1000};`);
    clock.pass(HOUR_MS);
    expect(await renewSession(headers, rules)).toBeNull();
  });

  test("outlives the rotation of its key, and not the key", async () => {
    const rules = sessionRules();
    const headers = headersWith(await startSession("oidc", ADA, rules));
    const fresh = `${SECRET}-fresh`;
    expect(await readSession(headers, { ...rules, secrets: [fresh, SECRET] })).not.toBeNull();
    expect(await readSession(headers, { ...rules, secrets: [fresh] })).toBeNull();
  });

  test("ends with its epoch", async () => {
    const rules = sessionRules();
    const headers = headersWith(await startSession("oidc", ADA, rules));
    expect(await readSession(headers, { ...rules, epoch: 1 })).toBeNull();
  });

  test("is forgotten when its viewer signs out", () => {
    expect(endSession(sessionRules())).toMatch(/^__Host-rota-session=; Path=\/; Max-Age=0;/);
  });
});

describe("no session", () => {
  const rules = sessionRules();
  const payload = { by: "oidc", identity: ADA, startedAt: NOON, seenAt: NOON, epoch: 0 };
  const cookieOf = (text: string) => new Headers({ cookie: `__Host-rota-session=${text}` });

  test.each([
    ["another purpose's value", () => seal("embed-session", payload, [SECRET])],
    ["a value of another shape", () => seal("session", { ...payload, by: "open" }, [SECRET])],
    ["one from the future", () => seal("session", { ...payload, seenAt: NOON + 120_000 }, [SECRET])],
    ["another's key", () => seal("session", payload, ["another-secret-of-32-bytes-0123456789ab"])],
    ["plain JSON", async () => JSON.stringify(payload)],
    ["nothing", async () => ""],
  ])("%s", async (_, make) => {
    expect(await readSession(cookieOf(await make()), rules)).toBeNull();
  });

  test("a cookie that comes twice, or under a weaker name", async () => {
    const text = await seal("session", payload, [SECRET]);
    expect(await readSession(cookieOf(text), rules)).not.toBeNull();
    const twice = new Headers({ cookie: `__Host-rota-session=${text}; __Host-rota-session=${text}` });
    expect(await readSession(twice, rules)).toBeNull();
    expect(await readSession(new Headers({ cookie: `rota-session=${text}` }), rules)).toBeNull();
  });
});
