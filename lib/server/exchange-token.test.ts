import { beforeEach, describe, expect, test } from "vitest";
import { readEmbedSession } from "#lib/auth/embed-session.ts";
import { CLAIMS, HEADER, NOW, NOW_S, PORTAL_KEY, signToken } from "#lib/auth/testing/portal-token.ts";
import type { TokenUses } from "#lib/roster/store-port.ts";
import { openMemoryStore } from "#lib/store/memory-store.ts";
import { exchangeToken } from "./exchange-token.ts";

const settings = {
  appUrl: CLAIMS.aud,
  embedKeys: [{ ...PORTAL_KEY, alg: "HS256" as const }],
  sessionSecrets: ["session-secret-of-at-least-32-bytes-0123456789"],
  basePath: "",
};
const desks = [{ key: "main", name: "IT", timeZone: "Asia/Shanghai" }];
const roster = { clock: { now: () => NOW } };
let tokenUses: TokenUses;
beforeEach(async () => {
  tokenUses = await openMemoryStore();
});
const open = () => ({ settings, desks, roster, tokenUses });

const post = (body: BodyInit) =>
  new Request("https://rota.example.com/api/embed/session", { method: "POST", body });
const withToken = (token: unknown) => post(JSON.stringify({ token }));
const refusedWith = (code: string) => expect.objectContaining({ name: "AppError", code });

describe("a good token", () => {
  test("gives a session that is recognised", async () => {
    const { bearer, lifeS } = await exchangeToken(open(), withToken(signToken()));
    expect(lifeS).toBe(900);
    const headers = new Headers({ authorization: `Bearer ${bearer}` });
    expect((await readEmbedSession(headers, settings, NOW))?.viewer.name).toBe("spruce-intranet/jia.wen");
  });

  test("is good once, also for two who come at the same moment", async () => {
    const parts = open();
    const token = signToken();
    const answers = await Promise.allSettled([1, 2].map(() => exchangeToken(parts, withToken(token))));
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(exchangeToken(parts, withToken(token))).rejects.toEqual(refusedWith("unauthenticated"));
  });

  test("is not used up by an attempt that was refused for another reason", async () => {
    const parts = open();
    const forged = signToken(CLAIMS, HEADER, "another-key-of-32-bytes-or-more-0123456789");
    await expect(exchangeToken(parts, withToken(forged))).rejects.toEqual(refusedWith("unauthenticated"));
    const unknownDesk = signToken({ ...CLAIMS, desk: "hr" });
    await expect(exchangeToken(parts, withToken(unknownDesk))).rejects.toEqual(
      refusedWith("unauthenticated"),
    );
    await expect(exchangeToken(parts, withToken(signToken()))).resolves.toBeDefined();
  });

  test("one with the id of another is refused, whatever else it says", async () => {
    const parts = open();
    await exchangeToken(parts, withToken(signToken()));
    const later = signToken({ ...CLAIMS, sub: "somebody.else", iat: NOW_S + 10 });
    await expect(exchangeToken(parts, withToken(later))).rejects.toEqual(refusedWith("unauthenticated"));
  });
});

test("where the store cannot say whether an id was used, nobody gets in", async () => {
  const away = { useOnce: () => Promise.reject(new Error("the store is away")) };
  await expect(exchangeToken({ ...open(), tokenUses: away }, withToken(signToken()))).rejects.toThrowError(
    "away",
  );
});

describe("what brings no token", () => {
  test.each<[string, BodyInit]>([
    ["nothing", ""],
    ["no JSON", "{"],
    ["a list", "[]"],
    ["a token bare", JSON.stringify(signToken())],
    ["null", JSON.stringify({ token: null })],
    ["a list of tokens", JSON.stringify({ token: [signToken()] })],
    ["another name", JSON.stringify({ jwt: signToken() })],
    ["a form", new URLSearchParams({ token: signToken() })],
    ["bytes that are no text", new Uint8Array([0x7b, 0xff, 0x7d])],
  ])("%s is invalid", async (_, body) => {
    await expect(exchangeToken(open(), post(body))).rejects.toEqual(refusedWith("invalid"));
  });

  test.each([
    ["empty text", ""],
    ["text", "token"],
    ["2 MB", "a".repeat(2_000_000)],
  ])("%s in its place is refused like any token", async (_, token) => {
    await expect(exchangeToken(open(), withToken(token))).rejects.toEqual(refusedWith("unauthenticated"));
  });
});
