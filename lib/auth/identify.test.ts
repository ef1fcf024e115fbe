import { describe, expect, test } from "vitest";
import type { AccessMode } from "./access.ts";
import { identify } from "./identify.ts";
import type { Identity } from "./identity.ts";
import { startSession } from "./session.ts";
import { accessOf, headersWith } from "./testing/access.ts";

const KEYS = [
  { name: "cron", role: "viewer", key: "cron-key-0123456789" },
  { name: "export", role: "manager", key: "export-key-0123456789" },
  { name: "ops", role: "admin", key: "ops-key-0123456789" },
] as const;
const OPEN = accessOf({ kind: "open" });
const ask = (authorization: string | null, apiKeys: readonly (typeof KEYS)[number][] = KEYS) =>
  identify(new Headers(authorization === null ? {} : { authorization }), { ...OPEN, apiKeys });

describe("in open mode", () => {
  test("everyone is a manager who also sees the status page", async () => {
    expect(await ask(null)).toEqual({
      by: "open",
      id: null,
      name: null,
      role: "manager",
      maySeeAll: true,
      maySeeStatus: true,
      scope: null,
    });
  });

  test.each([
    ["Bearer cron-key-0123456789", "cron", "viewer", false, false],
    ["bearer  export-key-0123456789 ", "export", "manager", true, false],
    ["Bearer ops-key-0123456789", "ops", "admin", true, true],
  ])("%s is %s", async (authorization, name, role, maySeeAll, maySeeStatus) => {
    expect(await ask(authorization)).toEqual({
      by: "api-key",
      id: name,
      name,
      role,
      maySeeAll,
      maySeeStatus,
      scope: null,
    });
  });

  test.each([
    "Bearer cron-key-012345678",
    "Bearer cron-key-01234567890",
    "Bearer x",
    "Bearer",
    "Bearer cron-key-0123456789 x",
    "Bearer cron-key-0123456789, Bearer ops-key-0123456789",
  ])("%s is refused", async (wrong) => {
    await expect(ask(wrong)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("a credential that is none of ours is left alone", async () => {
    expect((await ask("Basic Y3Jvbjp4")).by).toBe("open");
    expect((await ask("Bearer a-token-of-the-proxy-in-front", [])).by).toBe("open");
  });
});

const ADA = { id: "ada", name: "Ada", email: "ada@corp.example", groups: ["it"] };
const NO_LIST = { ids: [], emailDomains: [], groups: [] };
const refused = { code: "unauthenticated" };

describe("with a sign-in", () => {
  const mode: AccessMode = { kind: "session", by: "oidc", allow: NO_LIST };
  const access = accessOf(mode, { roles: { managers: ["it"], admins: [] } });
  const signIn = async (by: "oidc" | "feishu" = "oidc") =>
    headersWith(await startSession(by, ADA, access.sessions));

  test("who has a session is known, in the role that the lists give now", async () => {
    const viewer = {
      by: "oidc",
      id: ADA.id,
      name: "Ada",
      role: "manager",
      maySeeAll: true,
      maySeeStatus: false,
      scope: null,
    };
    expect(await identify(await signIn(), access)).toEqual(viewer);
    const promoted = { ...access, roles: { managers: [], admins: ["ada@corp.example"] } };
    expect(await identify(await signIn(), promoted)).toMatchObject({ role: "admin", maySeeStatus: true });
  });

  test("who is on no list any more is out at once", async () => {
    const closed = { ...access, mode: { ...mode, allow: { ...NO_LIST, ids: ["eve"] } } };
    await expect(identify(await signIn(), closed)).rejects.toMatchObject(refused);
  });

  test("nobody, and a session of another mode, are refused", async () => {
    await expect(identify(new Headers(), access)).rejects.toMatchObject(refused);
    await expect(identify(await signIn("feishu"), access)).rejects.toMatchObject(refused);
  });

  test("a wrong key is refused beside a sound session, and a right one is the machine", async () => {
    const withKeys = { ...access, apiKeys: KEYS };
    const headers = await signIn();
    headers.set("authorization", "Bearer cron-key-0123456789");
    expect(await identify(headers, withKeys)).toMatchObject({ by: "api-key", role: "viewer" });
    headers.set("authorization", "Bearer cron-key-0123456788");
    await expect(identify(headers, withKeys)).rejects.toMatchObject(refused);
  });

  test("a session is no bearer, and no embed session", async () => {
    const cookie = (await signIn()).get("cookie") ?? "";
    const text = cookie.slice(cookie.indexOf("=") + 1);
    const asBearer = new Headers({ authorization: `Bearer ${text}` });
    await expect(identify(asBearer, access)).rejects.toMatchObject(refused);
    const asEmbed = new Headers({ cookie: `__Host-rota-embed=${text}`, "rota-embed": "1" });
    await expect(identify(asEmbed, access)).rejects.toMatchObject(refused);
  });
});

describe("behind a proxy", () => {
  const behind = (identity: Identity | null) =>
    identify(new Headers(), accessOf({ kind: "proxy", recognise: async () => identity }));

  test("whom it vouches for is known by name, or by id", async () => {
    expect(await behind(ADA)).toMatchObject({ by: "proxy", name: "Ada", role: "viewer", maySeeAll: false });
    expect(await behind({ ...ADA, name: null })).toMatchObject({ name: "ada" });
  });

  test("nobody else is", async () => {
    await expect(behind(null)).rejects.toMatchObject(refused);
  });
});
