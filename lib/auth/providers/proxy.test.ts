import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createMovedClock, NOON } from "../testing/access.ts";
import { type AssertionSettings, createAssertionCheck, createSecretCheck } from "./proxy.ts";

const APP_URL = "https://rota.example";
const NOON_S = NOON / 1000;

let server: Server;
let jwksUrl: string;
let key: CryptoKey;
let publicText: string;

beforeAll(async () => {
  const pair = await generateKeyPair("ES256", { extractable: true });
  key = pair.privateKey;
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: "k1", alg: "ES256" };
  publicText = JSON.stringify(jwk);
  server = createServer((_, response) => response.end(JSON.stringify({ keys: [jwk] })));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  jwksUrl = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/jwks`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const ADA = { sub: "ada", name: "Ada", email: "ada@corp.example", groups: ["it"] };
const sign = (claims: JWTPayload, header = {}, by: CryptoKey | Uint8Array = key, alg = "ES256") =>
  new SignJWT({ iat: NOON_S, exp: NOON_S + 300, ...claims })
    .setProtectedHeader({ alg, kid: "k1", ...header })
    .sign(by);

function openCheck(more: Partial<AssertionSettings> = {}) {
  const refusals: string[] = [];
  const check = createAssertionCheck({
    header: "x-assertion",
    jwksUrl,
    audience: null,
    appUrl: APP_URL,
    clock: createMovedClock(),
    onRefused: (reason) => refusals.push(reason),
    ...more,
  });
  return { check: (text: string) => check(new Headers({ "x-assertion": text })), refusals };
}

describe("a signed assertion", () => {
  test("tells who looks", async () => {
    const { check } = openCheck();
    const identity = { id: "ada", name: "Ada", email: "ada@corp.example", groups: ["it"] };
    expect(await check(await sign(ADA))).toEqual(identity);
    expect(await check(`Bearer ${await sign({ ...ADA, aud: APP_URL })}`)).toEqual(identity);
    expect(await check(await sign({ sub: "bob", groups: "it", email: 7 }))).toEqual({
      id: "bob",
      name: null,
      email: null,
      groups: [],
    });
  });

  test.each([
    [true, true],
    ["true", true],
    [false, false],
    ["false", false],
    ["0", false],
    [null, false],
    [0, false],
  ])("with email_verified %j its email counts: %j", async (said, counts) => {
    const identity = await openCheck().check(await sign({ ...ADA, email_verified: said }));
    expect(identity?.email).toBe(counts ? ADA.email : null);
  });

  test("may write our address with a final slash, and no other audience so", async () => {
    expect(await openCheck().check(await sign({ ...ADA, aud: `${APP_URL}/` }))).toMatchObject({ id: "ada" });
    const { check } = openCheck({ audience: "https://tag.example" });
    expect(await check(await sign({ ...ADA, aud: "https://tag.example/" }))).toBeNull();
  });

  test("without one nobody is named, and nothing is wrong", async () => {
    const { refusals } = openCheck();
    const settings = { header: "x-assertion", jwksUrl, audience: null, appUrl: APP_URL };
    const none = createAssertionCheck({ ...settings, clock: createMovedClock(), onRefused: () => {} });
    expect(await none(new Headers())).toBeNull();
    expect(refusals).toEqual([]);
  });

  test("of a named audience is for that audience alone", async () => {
    const { check } = openCheck({ audience: "rota-tag" });
    expect(await check(await sign({ ...ADA, aud: ["other", "rota-tag"] }))).toMatchObject({ id: "ada" });
    expect(await check(await sign({ ...ADA, aud: APP_URL }))).toBeNull();
    expect(await check(await sign(ADA))).toBeNull();
  });

  // security.md, lists 69 to 71.
  test.each<[string, () => Promise<string> | string]>([
    ["alg none", () => new UnsecuredJWT({ ...ADA, exp: NOON_S + 300 }).encode()],
    ["a shared secret", () => sign(ADA, {}, new TextEncoder().encode("x".repeat(32)), "HS256")],
    ["the public key as a shared secret", () => sign(ADA, {}, new TextEncoder().encode(publicText), "HS256")],
    ["another's key", async () => sign(ADA, {}, (await generateKeyPair("ES256")).privateKey)],
    [
      "a key of its own in the header",
      async () => {
        const own = await generateKeyPair("ES256", { extractable: true });
        return sign(ADA, { jwk: await exportJWK(own.publicKey), kid: "k2" }, own.privateKey);
      },
    ],
    ["an unknown kid", () => sign(ADA, { kid: "k9" })],
    ["another audience", () => sign({ ...ADA, aud: "https://wiki.example" })],
    ["expired", () => sign({ ...ADA, exp: NOON_S - 61 })],
    ["not yet", () => sign({ ...ADA, nbf: NOON_S + 120 })],
    ["no subject", () => sign({ sub: "" })],
    ["not text", () => "%%%"],
    ["two, joined by a comma", async () => `${await sign(ADA)}, ${await sign(ADA)}`],
    [
      "a changed one",
      async () => (await sign(ADA)).replace(/\.[^.]+\./, `.${btoa('{"sub":"root","exp":9e9}')}.`),
    ],
  ])("%s is refused, and the log is told", async (_, make) => {
    const { check, refusals } = openCheck();
    expect(await check(await make())).toBeNull();
    expect(refusals).toHaveLength(1);
  });

  test("without an end is refused", async () => {
    const endless = new SignJWT(ADA).setProtectedHeader({ alg: "ES256", kid: "k1" }).sign(key);
    expect(await openCheck().check(await endless)).toBeNull();
  });

  test("nobody gets in while the keys cannot be read", async () => {
    const { check } = openCheck({ jwksUrl: "http://127.0.0.1:9/jwks" });
    expect(await check(await sign(ADA))).toBeNull();
  });
});

describe("a name beside a secret", () => {
  const SECRET = "secret, of the proxy";
  const refusals: string[] = [];
  const check = createSecretCheck({
    viewerHeader: "x-viewer",
    secretHeader: "x-secret",
    secret: SECRET,
    onRefused: (reason) => refusals.push(reason),
  });

  test.each([
    ["ada", { id: "ada", name: null, email: null, groups: [] }],
    [" ada@corp.example ", { id: "ada@corp.example", name: null, email: "ada@corp.example", groups: [] }],
  ])("%j is believed", async (name, identity) => {
    expect(await check(new Headers({ "x-viewer": name, "x-secret": SECRET }))).toEqual(identity);
  });

  test.each([
    ["张三", "张三"],
    ["Zoë", "Zoë"],
  ])("%s is read from the bytes that a proxy sends", async (name, id) => {
    const bytes = Buffer.from(name).toString("latin1");
    expect(await check(new Headers({ "x-viewer": bytes, "x-secret": SECRET }))).toMatchObject({ id });
    expect(await check(new Headers({ "x-viewer": "Zo\u00eb", "x-secret": SECRET }))).toMatchObject({
      id: "Zoë",
    });
  });

  // security.md, lists 81 and 82.
  test.each<[string, [string, string][]]>([
    ["without the secret", [["x-viewer", "ada"]]],
    [
      "with another secret",
      [
        ["x-viewer", "ada"],
        ["x-secret", "secret"],
      ],
    ],
    [
      "with an empty one",
      [
        ["x-viewer", "ada"],
        ["x-secret", ""],
      ],
    ],
    [
      "with the secret twice",
      [
        ["x-viewer", "ada"],
        ["x-secret", SECRET],
        ["x-secret", SECRET],
      ],
    ],
    [
      "named twice",
      [
        ["x-viewer", "root"],
        ["x-viewer", "ada"],
        ["x-secret", SECRET],
      ],
    ],
    [
      "with a comma",
      [
        ["x-viewer", "root,ada"],
        ["x-secret", SECRET],
      ],
    ],
    [
      "as nobody",
      [
        ["x-viewer", ""],
        ["x-secret", SECRET],
      ],
    ],
    [
      "too long",
      [
        ["x-viewer", "a".repeat(257)],
        ["x-secret", SECRET],
      ],
    ],
  ])("%s it is refused, and the log is told", async (_, pairs) => {
    refusals.length = 0;
    expect(await check(new Headers(pairs))).toBeNull();
    expect(refusals).toHaveLength(1);
  });

  test("the secret alone names nobody", async () => {
    expect(await check(new Headers({ "x-secret": SECRET }))).toBeNull();
  });
});
