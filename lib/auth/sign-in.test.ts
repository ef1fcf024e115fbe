import { describe, expect, test } from "vitest";
import { readSession } from "./session.ts";
import { beginSignIn, completeSignIn, type Provider, type SignIn } from "./sign-in.ts";
import { ATTEMPT_MS, type Attempt } from "./sign-in-attempt.ts";
import { createMovedClock, headersWith, sessionRules } from "./testing/access.ts";

const ADA = { id: "ada", name: "Ada", email: null, groups: [] };
const NOTHING = { ids: [], emailDomains: [], groups: [] };

/** A provider that vouches for Ada, and remembers what it was asked. */
function createProvider(more: Partial<Provider> = {}) {
  const seen: Attempt[] = [];
  const provider: Provider = {
    name: "oidc",
    addressFor: async (attempt) => `https://id.example/authorize?state=${attempt.state}`,
    recognise: async (_, attempt) => {
      seen.push(attempt);
      return ADA;
    },
    ...more,
  };
  return { provider, seen };
}

function open(more: Partial<SignIn> = {}) {
  const clock = createMovedClock();
  const { provider, seen } = createProvider();
  const appUrl = "https://portal.example/rota";
  const signIn: SignIn = { provider, allow: NOTHING, sessions: sessionRules({ clock }), appUrl, ...more };
  const begin = (next: string, headers = new Headers()) =>
    beginSignIn(signIn, { headers, search: new URLSearchParams({ next }) });
  const complete = (cookies: readonly string[], state: string, by = signIn) =>
    completeSignIn(by, {
      headers: headersWith(...cookies),
      search: new URLSearchParams({ state, code: "c" }),
    });
  return { signIn, clock, seen, begin, complete };
}

const stateOf = (location: string) => new URL(location).searchParams.get("state") ?? "";

test("out to the provider, back to the view, with a session and without the attempt", async () => {
  const { signIn, begin, complete } = open();
  const start = await begin("/now?q=a");
  expect(start.location).toMatch(/^https:\/\/id\.example\/authorize\?state=[\w-]{43}$/);
  const end = await complete(start.cookies, stateOf(start.location));
  expect(end).toMatchObject({ location: "https://portal.example/rota/now?q=a", identity: ADA, fault: null });
  expect(end.cookies[0]).toMatch(/^__Host-rota-sign-in-[\w-]{8}=; Path=\/; Max-Age=0/);
  expect(await readSession(headersWith(...end.cookies), signIn.sessions)).toMatchObject({ identity: ADA });
});

test("every attempt has a state, a nonce and a verifier of its own", async () => {
  const { begin, complete, seen } = open();
  for (const next of ["/", "/"]) {
    const { location, cookies } = await begin(next);
    await complete(cookies, stateOf(location));
  }
  for (const key of ["state", "nonce", "verifier"] as const) expect(seen[0]?.[key]).not.toBe(seen[1]?.[key]);
});

describe("ends without a session and without a reason", () => {
  const refused = {
    location: expect.stringMatching(/^https:\/\/portal\.example\/rota\/sign-in\?failed=1&next=/),
    identity: null,
    fault: expect.any(Error),
  };
  const noSession = (cookies: readonly string[]) =>
    expect(cookies.filter((cookie) => cookie.startsWith("__Host-rota-session"))).toEqual([]);

  test("another browser's state, or none (login CSRF)", async () => {
    const { begin, complete } = open();
    const mine = await begin("/");
    const theirs = await begin("/");
    for (const state of [stateOf(theirs.location), "", "__proto__", "x".repeat(43)]) {
      const end = await complete(mine.cookies, state);
      expect(end).toMatchObject(refused);
      noSession(end.cookies);
    }
  });

  test("a state that came twice in one address", async () => {
    const { signIn, begin } = open();
    const { cookies, location } = await begin("/");
    const search = new URLSearchParams(`state=${stateOf(location)}&state=other`);
    expect(await completeSignIn(signIn, { headers: headersWith(...cookies), search })).toMatchObject(refused);
  });

  test("an attempt that took too long", async () => {
    const { begin, complete, clock } = open();
    const { cookies, location } = await begin("/");
    clock.pass(ATTEMPT_MS);
    expect(await complete(cookies, stateOf(location))).toMatchObject(refused);
  });

  test("an attempt that set out for another provider", async () => {
    const { signIn, begin, complete } = open();
    const { cookies, location } = await begin("/");
    const other = { ...signIn, provider: createProvider({ name: "feishu" }).provider };
    expect(await complete(cookies, stateOf(location), other)).toMatchObject(refused);
  });

  test("a provider that does not vouch, and somebody on no list", async () => {
    const recognise = () => Promise.reject(new Error("invalid_grant"));
    for (const more of [
      { provider: createProvider({ recognise }).provider },
      { allow: { ...NOTHING, ids: ["eve"] } },
    ]) {
      const { begin, complete } = open(more);
      const { cookies, location } = await begin("/now");
      const end = await complete(cookies, stateOf(location));
      expect(end).toMatchObject({ ...refused, location: expect.stringContaining("next=%2Fnow") });
      noSession(end.cookies);
    }
  });

  test("a provider that cannot be reached", async () => {
    const addressFor = () => Promise.reject(new Error("fetch failed"));
    const { begin } = open({ provider: createProvider({ addressFor }).provider });
    expect(await begin("/")).toMatchObject({ ...refused, cookies: [] });
  });
});

test("a few tabs may sign in at once; a flood of attempts is forgotten", async () => {
  const { begin } = open();
  const cookies: string[] = [];
  for (let tab = 0; tab < 5; tab++) cookies.push(...(await begin("/", headersWith(...cookies))).cookies);
  expect(cookies).toHaveLength(5);
  const sixth = await begin("/", headersWith(...cookies));
  expect(sixth.cookies.filter((cookie) => cookie.includes("Max-Age=0"))).toHaveLength(5);
});
