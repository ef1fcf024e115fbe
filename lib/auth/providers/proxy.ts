import "server-only";
import { createRemoteJWKSet, jwtVerify } from "jose";
import * as z from "zod/mini";
import type { RecogniseProxied } from "../access.ts";
import type { Identity } from "../identity.ts";
import { isSameText } from "../same-text.ts";

/**
 * Viewers whom a proxy in front has signed in. What it says stands in headers, which anybody could send who reaches
 * us past it: so it is believed only with a proof, and the proxy must delete what comes in under those names.
 */

export interface AssertionSettings {
  /** In lower case. */
  readonly header: string;
  readonly jwksUrl: string;
  /** The audience that must be named; null: `appUrl`, where one is named at all. */
  readonly audience: string | null;
  readonly appUrl: string;
  readonly clock: { now(): number };
  /** Told why a proof did not hold; for the log alone. */
  readonly onRefused: (reason: string) => void;
}

/** Signed with a private key: a shared secret, or none, is no proof. */
const ALGORITHMS = [
  ...["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"],
  ...["ES256", "ES384", "ES512", "EdDSA", "Ed25519"],
];
const SKEW_S = 60;
const JWKS_TIMEOUT_MS = 5_000;

const claimsSchema = z.object({
  sub: z.string().check(z.minLength(1)),
  name: z.catch(z.nullable(z.string()), null),
  email: z.catch(z.nullable(z.string()), null),
  email_verified: z.optional(z.unknown()),
  groups: z.catch(z.array(z.string()), []),
});

/** By a signed assertion: a JWT with `sub` and `exp`, and optionally `name`, `email` and `groups`. */
export function createAssertionCheck(settings: AssertionSettings): RecogniseProxied {
  const keys = createRemoteJWKSet(new URL(settings.jwksUrl), { timeoutDuration: JWKS_TIMEOUT_MS });
  const { audience, appUrl } = settings;
  // Our address is compared without a final slash (product.md, section 3), any other name to the letter.
  const isExpected = (named: string) =>
    audience === null ? named.replace(/\/$/, "") === appUrl : named === audience;
  return async (headers) => {
    const text = headers.get(settings.header)?.replace(/^Bearer +/i, "");
    if (text === undefined) return null;
    try {
      // A header that came twice is joined by a comma, which no JWT has.
      const { payload } = await jwtVerify(text, keys, {
        algorithms: ALGORITHMS,
        requiredClaims: ["sub", "exp"],
        clockTolerance: SKEW_S,
        currentDate: new Date(settings.clock.now()),
      });
      const named = [payload.aud ?? []].flat();
      const isFree = audience === null && payload.aud === undefined;
      if (!isFree && !named.some((one) => isExpected(one))) throw new Error("It is for another audience.");
      const { sub, name, email, email_verified, groups } = claimsSchema.parse(payload);
      return { id: sub, name, email: isVerified(email_verified) ? email : null, groups };
    } catch (error) {
      settings.onRefused(error instanceof Error ? error.message : "unknown");
      return null;
    }
  };
}

/** The proxy vouches for what it signs, unless it says otherwise in whatever form; some write `"true"`. */
const isVerified = (said: unknown) => said === undefined || said === true || said === "true";

export interface SecretSettings {
  /** Both in lower case. */
  readonly viewerHeader: string;
  readonly secretHeader: string;
  readonly secret: string;
  readonly onRefused: (reason: string) => void;
}

/** By a plain name, beside a secret that only the proxy knows. */
export function createSecretCheck(settings: SecretSettings): RecogniseProxied {
  return async (headers) => {
    const name = headers.get(settings.viewerHeader);
    if (name === null) return null;
    if (!isSameText(headers.get(settings.secretHeader) ?? "", settings.secret)) {
      settings.onRefused("A viewer is named without the proxy's secret.");
      return null;
    }
    const identity = readName(name);
    if (identity === null) settings.onRefused("The viewer's name is unusable, or came twice.");
    return identity;
  };
}

/** A comma may stand between the proxy's name and one that came in: then neither is believed. */
function readName(header: string): Identity | null {
  const id = decodeHeader(header).trim();
  if (!/^[^,\p{Cc}]{1,256}$/u.test(id)) return null;
  return { id, name: null, email: /^[^@\s]+@[^@\s]+$/.test(id) ? id : null, groups: [] };
}

/** Headers are read a byte a character; what is UTF-8 is taken as such, as in 张三. */
function decodeHeader(text: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(text, "latin1"));
  } catch {
    return text;
  }
}
