import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Attempt } from "../sign-in-attempt.ts";
import { createOidcProvider } from "./oidc.ts";

/** What an ID token must be, against an endpoint that hands out whatever the test forges. */

const CLIENT = { clientId: "rota", clientSecret: "client-secret-of-the-tests-0123456789" };
const ATTEMPT: Attempt = {
  provider: "oidc",
  state: "s".repeat(43),
  nonce: "n".repeat(43),
  verifier: "v".repeat(43),
  next: "/",
  startedAt: 0,
};

let server: Server;
let issuer: string;
let key: CryptoKey;
let idToken = "";

beforeAll(async () => {
  const pair = await generateKeyPair("RS256", { extractable: true });
  key = pair.privateKey;
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: "k1", alg: "RS256" };
  const answers: Readonly<Record<string, () => object>> = {
    "/.well-known/openid-configuration": () => ({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      // As of a provider that would also hand out the two that prove nothing to us.
      id_token_signing_alg_values_supported: ["RS256", "HS256", "none"],
    }),
    "/jwks": () => ({ keys: [jwk] }),
    "/token": () => ({ access_token: "a", token_type: "bearer", id_token: idToken }),
  };
  server = createServer((request, response) => {
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(JSON.stringify(answers[request.url ?? ""]?.() ?? {}));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  issuer = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function claimsOf(changes: JWTPayload = {}): JWTPayload {
  const iat = Math.floor(Date.now() / 1000);
  const usual = { iss: issuer, aud: CLIENT.clientId, sub: "ada", nonce: ATTEMPT.nonce, iat, exp: iat + 300 };
  return { ...usual, ...changes };
}

const sign = (claims: JWTPayload, by: CryptoKey | Uint8Array = key, alg = "RS256") =>
  new SignJWT(claims).setProtectedHeader({ alg, kid: "k1" }).sign(by);

async function comeBackWith(token: string) {
  idToken = token;
  const provider = createOidcProvider({
    issuer,
    ...CLIENT,
    appUrl: "http://127.0.0.1:3000",
    knownGroups: ["it"],
  });
  return provider.recognise(new URLSearchParams({ code: "c", state: ATTEMPT.state }), ATTEMPT);
}

describe("an ID token", () => {
  test("tells who came, with the groups that a setting names", async () => {
    const told = { name: "Ada", email: "ada@corp.example", email_verified: true, groups: ["it", "hr"] };
    const token = await sign(claimsOf(told));
    const identity = { id: "ada", name: "Ada", email: "ada@corp.example", groups: ["it"] };
    expect(await comeBackWith(token)).toEqual(identity);
  });

  test.each([false, "false", "true", null])("with email_verified %j tells no email", async (verified) => {
    const told = { name: "Ada", email: "ada@corp.example", email_verified: verified, groups: [] };
    expect((await comeBackWith(await sign(claimsOf(told)))).email).toBeNull();
  });

  // security.md, lists 69 to 71 and 78.
  test.each<[string, () => string | Promise<string>]>([
    ["no signature", () => new UnsecuredJWT(claimsOf()).encode()],
    ["another's key", async () => sign(claimsOf(), (await generateKeyPair("RS256")).privateKey)],
    [
      "the client's secret as its key",
      () => sign(claimsOf(), new TextEncoder().encode(CLIENT.clientSecret), "HS256"),
    ],
    ["another issuer", () => sign(claimsOf({ iss: "https://evil.example" }))],
    ["another audience", () => sign(claimsOf({ aud: "wiki" }))],
    ["another attempt's nonce", () => sign(claimsOf({ nonce: "m".repeat(43) }))],
    ["an end that is past", () => sign(claimsOf({ exp: Math.floor(Date.now() / 1000) - 300 }))],
    ["an empty subject", () => sign(claimsOf({ sub: "" }))],
    [
      "other claims under the same signature",
      async () => {
        const [head, , signature] = (await sign(claimsOf())).split(".");
        const claims = Buffer.from(JSON.stringify(claimsOf({ sub: "root" }))).toString("base64url");
        return `${head}.${claims}.${signature}`;
      },
    ],
  ])("with %s is refused", async (_, forge) => {
    await expect(comeBackWith(await forge())).rejects.toThrow();
  });
});
