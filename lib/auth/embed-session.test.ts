import { describe, expect, test } from "vitest";
import { asInstant } from "#lib/schedule/types.ts";
import { readEmbedSession, startEmbedSession } from "./embed-session.ts";
import { markOf } from "./embed-token.ts";
import { seal } from "./sealed.ts";
import { NOW, OTHER_KEY, PORTAL_KEY } from "./testing/portal-token.ts";

const SECRET = "session-secret-of-at-least-32-bytes-0123456789";
const RULES = { sessionSecrets: [SECRET], embedKeys: [PORTAL_KEY, OTHER_KEY], basePath: "" };
const CLAIMS = {
  kid: PORTAL_KEY.kid,
  keyMark: markOf(PORTAL_KEY),
  issuer: "spruce-intranet",
  subject: "jia.wen",
  useId: "x",
  acceptedUntilAt: NOW,
  scope: { desk: "hr", skills: ["s1"], departments: null },
};
const REFUSED = expect.objectContaining({ code: "unauthenticated" });
const later = (ms: number) => asInstant(NOW + ms);
const LIFE_MS = 15 * 60_000;

const start = () => startEmbedSession(CLAIMS, RULES, NOW);
const byBearer = (bearer: string) => new Headers({ authorization: `Bearer ${bearer}` });
const byCookie = (cookie: string) => new Headers({ "rota-embed": "1", cookie });

test("a session is a viewer, narrowed to what the token said", async () => {
  const { bearer, lifeS } = await start();
  expect(lifeS).toBe(900);
  expect(await readEmbedSession(byBearer(bearer), RULES, NOW)).toEqual({
    endsAt: later(LIFE_MS),
    viewer: {
      by: "embed",
      id: "spruce-intranet/jia.wen",
      name: "spruce-intranet/jia.wen",
      role: "viewer",
      maySeeAll: false,
      maySeeStatus: false,
      scope: { desk: "hr", skills: ["s1"], departments: null },
    },
  });
});

describe("the cookie", () => {
  test("is kept for frames, by this host alone and for a quarter of an hour", async () => {
    const { bearer, cookie } = await start();
    expect(cookie).toBe(
      `__Host-rota-embed=${bearer}; Path=/; Max-Age=900; Secure; HttpOnly; SameSite=None; Partitioned`,
    );
  });

  test("has the path behind a portal's proxy", async () => {
    const { cookie } = await startEmbedSession(CLAIMS, { ...RULES, basePath: "/rota" }, NOW);
    expect(cookie).toMatch(/^__Secure-rota-embed=\S+; Path=\/rota; /);
  });

  test("counts where the header asks for it, among whatever else the browser sends", async () => {
    const { bearer } = await start();
    const cookie = `rota_prefs=lang=zh; __Host-rota-embed=${bearer}; other=1`;
    expect((await readEmbedSession(byCookie(cookie), RULES, NOW))?.viewer.by).toBe("embed");
    expect(await readEmbedSession(new Headers({ cookie }), RULES, NOW)).toBeNull();
    const twice = new Headers({ cookie, "rota-embed": "1, 1" });
    expect(await readEmbedSession(twice, RULES, NOW)).toBeNull();
  });

  test("leaves other ways open where there is none", async () => {
    expect(await readEmbedSession(byCookie("rota_prefs=lang=zh"), RULES, NOW)).toBeNull();
  });
});

describe("a session that is no longer good is refused, and never taken for nobody", () => {
  test("after its quarter of an hour", async () => {
    const { bearer } = await start();
    await expect(readEmbedSession(byBearer(bearer), RULES, later(LIFE_MS - 1))).resolves.toBeDefined();
    await expect(readEmbedSession(byBearer(bearer), RULES, later(LIFE_MS))).rejects.toEqual(REFUSED);
    const cookie = `__Host-rota-embed=${bearer}`;
    await expect(readEmbedSession(byCookie(cookie), RULES, later(LIFE_MS))).rejects.toEqual(REFUSED);
  });

  test("at once when its portal's key is removed", async () => {
    const { bearer } = await start();
    const rules = { ...RULES, embedKeys: [OTHER_KEY] };
    await expect(readEmbedSession(byBearer(bearer), rules, NOW)).rejects.toEqual(REFUSED);
  });

  test("at once when its portal gets another key under the same name", async () => {
    const { bearer } = await start();
    const rules = { ...RULES, embedKeys: [{ ...PORTAL_KEY, key: OTHER_KEY.key }] };
    await expect(readEmbedSession(byBearer(bearer), rules, NOW)).rejects.toEqual(REFUSED);
  });

  test("when its cookie comes twice", async () => {
    const { bearer } = await start();
    const twice = `__Host-rota-embed=${bearer}; __Host-rota-embed=${bearer}`;
    await expect(readEmbedSession(byCookie(twice), RULES, NOW)).rejects.toEqual(REFUSED);
  });

  test("when the secret that sealed it is gone", async () => {
    const { bearer } = await start();
    const newer = "newer-secret-of-at-least-32-bytes-0123456789";
    const both = { ...RULES, sessionSecrets: [newer, SECRET] };
    await expect(readEmbedSession(byBearer(bearer), both, NOW)).resolves.toBeDefined();
    const rules = { ...RULES, sessionSecrets: [newer] };
    await expect(readEmbedSession(byBearer(bearer), rules, NOW)).rejects.toEqual(REFUSED);
  });

  test("with a character changed", async () => {
    const { bearer } = await start();
    const changed = `${bearer.slice(0, -3)}${bearer.endsWith("AAA") ? "BBB" : "AAA"}`;
    await expect(readEmbedSession(byBearer(changed), RULES, NOW)).rejects.toEqual(REFUSED);
    await expect(readEmbedSession(byCookie("__Host-rota-embed=x"), RULES, NOW)).rejects.toEqual(REFUSED);
    await expect(readEmbedSession(byCookie("__Host-rota-embed="), RULES, NOW)).rejects.toEqual(REFUSED);
  });
});

describe("no session of ours", () => {
  test("another kind of sealed value is none in its place", async () => {
    const session = await seal("session", { keyMark: CLAIMS.keyMark, endsAt: later(LIFE_MS) }, [SECRET]);
    expect(await readEmbedSession(byBearer(session), RULES, NOW)).toBeNull();
    await expect(readEmbedSession(byCookie(`__Host-rota-embed=${session}`), RULES, NOW)).rejects.toEqual(
      REFUSED,
    );
  });

  test("one of another shape", async () => {
    const odd = await seal("embed-session", { keyMark: CLAIMS.keyMark, endsAt: later(LIFE_MS) }, [SECRET]);
    await expect(readEmbedSession(byBearer(odd), RULES, NOW)).rejects.toEqual(REFUSED);
  });

  test.each([null, "Basic Y3Jvbjp4", "Bearer cron-key-0123456789", "Bearer a.b.c", "Bearer"])(
    "%s is left to others",
    async (authorization) => {
      const headers = new Headers(authorization === null ? {} : { authorization });
      expect(await readEmbedSession(headers, RULES, NOW)).toBeNull();
    },
  );
});
