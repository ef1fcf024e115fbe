import { createHmac } from "node:crypto";
import { asInstant } from "#lib/schedule/types.ts";

/** What a portal signs, made by hand so that tests can also sign what no library would. */

export const NOW = asInstant(Date.UTC(2026, 10, 19, 9, 20));
export const NOW_S = NOW / 1000;

export const PORTAL_KEY = { kid: "portal-2026", key: "the-portal's-key-of-32-bytes-or-more-ü" };
export const OTHER_KEY = { kid: "portal-2025", key: "an-older-key-of-the-same-portal-0123456789" };

export const HEADER = { alg: "HS256", typ: "rota-embed+jwt", kid: PORTAL_KEY.kid };
export const CLAIMS = {
  iss: "spruce-intranet",
  aud: "https://rota.example.com",
  sub: "jia.wen",
  iat: NOW_S,
  exp: NOW_S + 300,
  jti: "0b9f4a9e",
};

/** Compact JWS over any header and claims; claims that are text are signed as they are. */
export function signToken(
  claims: object | string = CLAIMS,
  header: object = HEADER,
  key: string | Buffer = PORTAL_KEY.key,
  hash = "sha256",
): string {
  const part = (value: object | string) =>
    Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");
  const signed = `${part(header)}.${part(claims)}`;
  return `${signed}.${createHmac(hash, key).update(signed).digest("base64url")}`;
}
