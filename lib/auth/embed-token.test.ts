import { generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, test } from "vitest";
import { asInstant } from "#lib/schedule/types.ts";
import { readEmbedToken } from "./embed-token.ts";
import { CLAIMS, HEADER, NOW, NOW_S, OTHER_KEY, PORTAL_KEY, signToken } from "./testing/portal-token.ts";

/** security.md's bad tokens 69 to 73 and 77, and what a good one says. */

const RULES = {
  appUrl: "https://rota.example.com",
  embedKeys: [PORTAL_KEY, OTHER_KEY],
  deskKeys: ["main", "hr"],
};
const read = (token: string, rules = RULES) => readEmbedToken(token, rules, NOW);
const REFUSED = expect.objectContaining({
  code: "unauthenticated",
  message: "This needs a valid credential.",
});

describe("a good token", () => {
  test("says who vouches for whom, and narrows nothing by itself", async () => {
    expect(await read(signToken())).toEqual({
      kid: "portal-2026",
      keyMark: expect.stringMatching(/^[\w-]{43}$/),
      issuer: "spruce-intranet",
      subject: "jia.wen",
      useId: expect.stringMatching(/^[\w-]{43}$/),
      acceptedUntilAt: (NOW_S + 360) * 1000,
      scope: { desk: null, skills: null, departments: null },
    });
  });

  test("narrows to what it names, also to nobody", async () => {
    const narrowed = { ...CLAIMS, desk: "hr", skills: ["s1", "s2"], departments: [] };
    const { scope } = await read(signToken(narrowed));
    expect(scope).toEqual({ desk: "hr", skills: ["s1", "s2"], departments: [] });
  });

  test("is signed by any of the keys", async () => {
    const token = signToken(CLAIMS, { ...HEADER, kid: OTHER_KEY.kid }, OTHER_KEY.key);
    expect((await read(token)).kid).toBe("portal-2025");
  });

  test("has another id for use under another key", async () => {
    const first = await read(signToken());
    const second = await read(signToken(CLAIMS, { ...HEADER, kid: OTHER_KEY.kid }, OTHER_KEY.key));
    expect(first.useId).not.toBe(second.useId);
  });

  test.each([
    ["our address with a final slash", { aud: "https://rota.example.com/" }],
    ["our address among others", { aud: ["https://hr.example.com", "https://rota.example.com"] }],
    ["a clock 60 s ahead of ours", { iat: NOW_S + 60, exp: NOW_S + 360 }],
    ["a clock 59 s behind ours", { iat: NOW_S - 300, exp: NOW_S - 59 }],
    ["fractions of a second, as Python writes them", { iat: NOW_S - 0.25, exp: NOW_S + 299.5 }],
    ["claims that we do not know", { email: "jia.wen@spruce.example" }],
  ])("may have %s", async (_, changes) => {
    await expect(read(signToken({ ...CLAIMS, ...changes }))).resolves.toBeDefined();
  });

  test("is for an address with a path where we have one", async () => {
    const rules = { ...RULES, appUrl: "https://intranet.example.com/rota" };
    const aud = "https://intranet.example.com/rota/";
    await expect(read(signToken({ ...CLAIMS, aud }), rules)).resolves.toBeDefined();
    await expect(read(signToken({ ...CLAIMS, aud: "https://intranet.example.com" }), rules)).rejects.toEqual(
      REFUSED,
    );
  });
});

describe("a header that is refused", () => {
  test.each<[string, object]>([
    ["no algorithm", { ...HEADER, alg: "none" }],
    ["another HMAC", { ...HEADER, alg: "HS512" }],
    ["a public-key algorithm", { ...HEADER, alg: "RS256" }],
    ["the usual typ", { ...HEADER, typ: "JWT" }],
    ["a longer typ", { ...HEADER, typ: "application/rota-embed+jwt" }],
    ["no typ", { alg: "HS256", kid: HEADER.kid }],
    ["no kid", { alg: "HS256", typ: HEADER.typ }],
    ["a kid that we do not have", { ...HEADER, kid: "portal-2024" }],
    ["a kid that is a path", { ...HEADER, kid: "../../dev/null" }],
    ["a kid that every object has", { ...HEADER, kid: "__proto__" }],
    ["crit", { ...HEADER, crit: ["exp"], exp: NOW_S }],
    ["b64", { ...HEADER, crit: ["b64"], b64: false }],
    ["jku", { ...HEADER, jku: "https://evil.example/keys" }],
    ["jwk", { ...HEADER, jwk: { kty: "oct", k: "AAAA" } }],
    ["x5u", { ...HEADER, x5u: "https://evil.example/cert" }],
    ["x5c", { ...HEADER, x5c: ["AAAA"] }],
  ])("%s", async (_, header) => {
    await expect(read(signToken(CLAIMS, header))).rejects.toEqual(REFUSED);
  });

  test("a signature by SHA-512 under the name of HS256", async () => {
    await expect(read(signToken(CLAIMS, HEADER, PORTAL_KEY.key, "sha512"))).rejects.toEqual(REFUSED);
  });

  test("a public key's signature, under our kid and under the name of HS256", async () => {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const signed = signToken().split(".").slice(0, 2).join(".");
    const signature = sign("sha256", Buffer.from(signed), privateKey).toString("base64url");
    await expect(read(`${signed}.${signature}`)).rejects.toEqual(REFUSED);
  });

  test.each(["", "another-key-of-32-bytes-or-more-0123456789", OTHER_KEY.key])("the key %j", async (key) => {
    await expect(read(signToken(CLAIMS, HEADER, key))).rejects.toEqual(REFUSED);
  });
});

describe("claims that are refused", () => {
  const without = (name: keyof typeof CLAIMS) =>
    Object.fromEntries(Object.entries(CLAIMS).filter(([key]) => key !== name));

  test.each(["iss", "aud", "sub", "iat", "exp", "jti"] as const)("%s missing", async (name) => {
    await expect(read(signToken(without(name)))).rejects.toEqual(REFUSED);
  });

  test.each<[string, object]>([
    ["expired, skew counted", { iat: NOW_S - 200, exp: NOW_S - 60 }],
    ["from the future, skew counted", { iat: NOW_S + 61, exp: NOW_S + 120 }],
    ["not before the future", { nbf: NOW_S + 61 }],
    ["six minutes long", { exp: NOW_S + 360 }],
    ["one second too long", { exp: NOW_S + 301 }],
    ["ten years long", { exp: NOW_S + 315_360_000 }],
    ["old and long", { iat: NOW_S - 86_400, exp: NOW_S + 60 }],
    ["over before it began", { iat: NOW_S + 30, exp: NOW_S + 20 }],
    ["no time at all", { exp: NOW_S }],
    ["in milliseconds", { iat: NOW_S * 1000, exp: NOW_S * 1000 + 300 }],
    ["times as text", { iat: String(NOW_S), exp: String(NOW_S + 300) }],
    ["for somebody else", { aud: "https://hr.example.com" }],
    ["for a longer host", { aud: "https://rota.example.com.evil.example" }],
    ["for a path of ours", { aud: "https://rota.example.com/embed" }],
    ["for nobody", { aud: [] }],
    ["for a list with a number", { aud: ["https://rota.example.com", 1] }],
    ["an empty issuer", { iss: "" }],
    ["an issuer that is no text", { iss: 7 }],
    ["an empty subject", { sub: "" }],
    ["an empty id", { jti: "" }],
    ["an id that is a number", { jti: 1 }],
    ["an endless id", { jti: "x".repeat(257) }],
    ["a desk that is not there", { desk: "it" }],
    ["a desk that every object has", { desk: "constructor" }],
    ["a desk that is a list", { desk: ["main"] }],
    ["no desk by name", { desk: null }],
    ["skills as text", { skills: "s1,s2" }],
    ["skills with a number", { skills: ["s1", 2] }],
    ["departments as an object", { departments: { 0: "a" } }],
  ])("%s", async (_, changes) => {
    await expect(read(signToken({ ...CLAIMS, ...changes }))).rejects.toEqual(REFUSED);
  });
});

describe("text that is no token", () => {
  const token = signToken();
  const [header = "", claims = "", signature = ""] = token.split(".");
  test.each([
    ["nothing", ""],
    ["dots", ".."],
    ["without a signature", `${header}.${claims}.`],
    ["without its last part", `${header}.${claims}`],
    ["with other claims under the same signature", `${header}.${claims.slice(0, -2)}.${signature}`],
    ["with a blank", `${token} `],
    ["signed over no JSON", signToken("{iss")],
    ["signed over a list", signToken([])],
    ["of 2 MB", "a".repeat(2_000_000)],
    ["signed, but long", signToken({ ...CLAIMS, padding: "x".repeat(5_000) })],
  ])("%s", async (_, text) => {
    await expect(read(text)).rejects.toEqual(REFUSED);
  });
});

test("without keys every token is refused", async () => {
  await expect(read(signToken(), { ...RULES, embedKeys: [] })).rejects.toEqual(REFUSED);
});

test.each([NOW_S + 300, NOW_S + 299.5, NOW_S + 0.001])(
  "the id of a token until %d is remembered for as long as it would pass",
  async (exp) => {
    const token = signToken({ ...CLAIMS, exp });
    const { acceptedUntilAt } = await read(token);
    await expect(readEmbedToken(token, RULES, asInstant(acceptedUntilAt - 1))).resolves.toBeDefined();
    await expect(readEmbedToken(token, RULES, acceptedUntilAt)).rejects.toEqual(REFUSED);
  },
);
