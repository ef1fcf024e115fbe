import {
  CLOSED,
  claimsFor,
  EMBED_KEY,
  expectShut,
  HELD,
  SESSION_SECRET,
  signToken,
  test,
} from "./fixtures/closed.ts";
import { ask } from "./fixtures/raw-http.ts";
import { expect } from "./fixtures/test.ts";

/** Credentials that are none, by the numbers of docs/security.md: refused alike, and nobody learns why. */

test.use({ productOptions: CLOSED });

const exchange = (port: number, token: unknown) =>
  ask(port, { method: "POST", target: "/api/embed/session", body: JSON.stringify({ token }) });

type Claims = ReturnType<typeof claimsFor>;
const TEN_YEARS_S = 10 * 365 * 86_400;
const without = (claims: Claims, name: keyof Claims) =>
  Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));

const FORGED: readonly (readonly [string, (claims: Claims) => string])[] = [
  ["69: alg none", (claims) => signToken(claims, { alg: "none" }).replace(/[^.]+$/, "")],
  ["69: alg none, signed all the same", (claims) => signToken(claims, { alg: "none" })],
  ["69: alg nOnE", (claims) => signToken(claims, { alg: "nOnE" })],
  ["69: HS512", (claims) => signToken(claims, { alg: "HS512" }, { hash: "sha512" })],
  ["69: RS256 over our secret", (claims) => signToken(claims, { alg: "RS256" })],
  ["69: an empty key", (claims) => signToken(claims, {}, { key: "" })],
  ["69: the session secret as the key", (claims) => signToken(claims, {}, { key: SESSION_SECRET })],
  ["69: an unknown kid", (claims) => signToken(claims, { kid: "portal-2027" })],
  ["69: a kid that is a path", (claims) => signToken(claims, { kid: "../../dev/null" }, { key: "" })],
  ["69: a kid that is a list", (claims) => signToken(claims, { kid: [EMBED_KEY.kid] })],
  ["69: a kid of Object's", (claims) => signToken(claims, { kid: "__proto__" })],
  ["69: no kid", (claims) => signToken(claims, { kid: undefined })],
  ["69: jku", (claims) => signToken(claims, { jku: "http://127.0.0.1:1/jwks" })],
  ["69: jwk", (claims) => signToken(claims, { jwk: { kty: "oct", k: "AAAA" } })],
  ["69: x5u", (claims) => signToken(claims, { x5u: "http://127.0.0.1:1/cert" })],
  ["69: crit", (claims) => signToken(claims, { crit: ["exp"] })],
  ["69: b64", (claims) => signToken(claims, { b64: false, crit: ["b64"] })],
  ["70: expired", (claims) => signToken({ ...claims, iat: claims.iat - 400, exp: claims.exp - 400 })],
  ["70: of the future", (claims) => signToken({ ...claims, iat: claims.iat + 90, exp: claims.exp + 90 })],
  ["70: for ten years", (claims) => signToken({ ...claims, exp: claims.iat + TEN_YEARS_S })],
  ["70: for six minutes", (claims) => signToken({ ...claims, exp: claims.iat + 360 })],
  ["70: without an end", (claims) => signToken(without(claims, "exp"))],
  ["70: without a beginning", (claims) => signToken(without(claims, "iat"))],
  ["70: an end that is text", (claims) => signToken({ ...claims, exp: String(claims.exp) })],
  ["70: an end before the beginning", (claims) => signToken({ ...claims, exp: claims.iat - 1 })],
  ["70: not yet", (claims) => signToken({ ...claims, nbf: claims.iat + 3_600 })],
  ["71: for another product", (claims) => signToken({ ...claims, aud: "https://other.example" })],
  [
    "71: for an address that begins like ours",
    (claims) => signToken({ ...claims, aud: `${claims.aud}.evil` }),
  ],
  ["71: for nobody", (claims) => signToken(without(claims, "aud"))],
  ["71: an ID token", (claims) => signToken(claims, { typ: "JWT" })],
  ["71: of no type", (claims) => signToken(claims, { typ: undefined })],
  ["71: from nobody", (claims) => signToken(without(claims, "iss"))],
  ["71: about nobody", (claims) => signToken({ ...claims, sub: "" })],
  ["72: without an id", (claims) => signToken(without(claims, "jti"))],
  ["77: for a desk that is not there", (claims) => signToken({ ...claims, desk: "hr" })],
  ["73: 2 MB", (claims) => signToken({ ...claims, padding: "a".repeat(2_000_000) })],
  ["73: a claim of 8 KB", (claims) => signToken({ ...claims, padding: "a".repeat(8_000) })],
  ["blanks around it", (claims) => ` ${signToken(claims)} `],
  ["a character too many", (claims) => `${signToken(claims)}=`],
  ["no token at all", () => "x"],
  ["nothing", () => ""],
];

for (const [what, forge] of FORGED) {
  test(what, async ({ door, product }) => {
    const token = forge(claimsFor(product));
    expectShut(await exchange(door.port, token), [401], door.names);
    if (token.length > 10_000) return;
    await door.expectShut(["/", "/api/roster"], { headers: [`Authorization: Bearer ${token}`] });
  });
}

test("72: a token is good once, and is no bearer itself", async ({ door, product }) => {
  const token = signToken(claimsFor(product));
  await door.expectShut(["/api/roster"], { headers: [`Authorization: Bearer ${token}`] });
  expect((await exchange(door.port, token)).status).toBe(200);
  expectShut(await exchange(door.port, token), [401], door.names);
});

test("71: an embed session is no token, and no other session", async ({ door, product }) => {
  const { body } = await exchange(door.port, signToken(claimsFor(product)));
  const bearer = /"bearer":"([^"]+)"/.exec(body)?.[1] ?? "";
  expect(bearer).not.toBe("");
  expectShut(await exchange(door.port, bearer), [401], door.names);
  const known = await ask(door.port, { target: "/api/roster", headers: [`Authorization: Bearer ${bearer}`] });
  expect(known.status).toBe(200);
  // Without the frame's header its cookie says nothing.
  await door.expectShut(HELD, { headers: [`Cookie: __Host-rota-embed=${bearer}; rota-session=${bearer}`] });
  const changed = `${bearer.slice(0, -2)}AA`;
  await door.expectShut(HELD, { headers: [`Authorization: Bearer ${changed}`] });
});

for (const body of [
  "",
  "{",
  "[]",
  "null",
  '"x"',
  '{"token":1}',
  '{"token":["a"]}',
  '{"Token":"a"}',
  "token=a",
]) {
  test(`a body that brings no token: ${body}`, async ({ door }) => {
    const answer = await ask(door.port, { method: "POST", target: "/api/embed/session", body });
    expectShut(answer, [400], door.names);
  });
}

test("what other ways in there might be", async ({ door }) => {
  for (const authorization of [
    "Bearer",
    "Bearer ",
    "Bearer null",
    "Bearer undefined",
    "Basic YWRhOmFkYQ==",
    "Digest username=ada",
    "Negotiate a",
    `Bearer ${EMBED_KEY.key}`,
    `Bearer ${SESSION_SECRET}`,
    `Bearer ${"a".repeat(8_000)}`,
    "Bearer eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIiwidHlwIjoicm90YS1lbWJlZC1zZXNzaW9uK2p3ZSJ9..a.b.c",
  ]) {
    await door.expectShut(["/", "/status", "/api/roster", "/api/metrics"], {
      headers: [`Authorization: ${authorization}`],
    });
  }
  await door.expectShut(["/?token=x&api_key=x&access_token=x", "/api/roster?token=x&key=x"], {});
  for (const name of [
    "rota-session",
    "__Host-rota-session",
    "__Secure-rota-session",
    "session",
    "next-auth.session-token",
  ]) {
    await door.expectShut(HELD, { headers: [`Cookie: ${name}=ada; ${name}=admin`] });
  }
});
