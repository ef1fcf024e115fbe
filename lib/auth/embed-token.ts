import "server-only";
import { createHash } from "node:crypto";
import * as z from "zod/mini";
import { AppError } from "#lib/errors.ts";
import { asInstant, type Instant } from "#lib/schedule/types.ts";
import { loadJose } from "./load-jose.ts";
import type { Scope } from "./viewer.ts";

/** What embed tokens are judged by; all of it is settings. */
export interface EmbedTokenRules {
  /** APP_URL, compared without a final slash. */
  readonly appUrl: string;
  readonly embedKeys: readonly EmbedKey[];
  readonly deskKeys: readonly string[];
}

export interface EmbedKey {
  readonly kid: string;
  /** Its UTF-8 bytes sign; the settings see to it that there are at least 32. */
  readonly key: string;
}

/** What a token says, after every check but one: whether its id has been used before. */
export interface EmbedClaims {
  readonly kid: string;
  /** Of the key that signed, its text included: another key under the same `kid` has another one. */
  readonly keyMark: string;
  readonly issuer: string;
  readonly subject: string;
  /** Stands for `jti`, apart from the ids of other keys; of a fixed length, whatever the portal sends. */
  readonly useId: string;
  /** Until then, skew included, the same token would pass again, so its id must be remembered. */
  readonly acceptedUntilAt: Instant;
  readonly scope: Scope;
}

const TYPE = "rota-embed+jwt";
const SKEW_S = 60;
const LONGEST_LIFE_S = 300;
/** In characters: much more than the claims come to, and little enough to hold what they narrow to in headers. */
const LONGEST_TOKEN = 4_096;

/** jose overlooks blanks and other characters that base64url does not have. */
const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** These three and no more: `crit`, `jku`, `jwk`, `x5u` and the like ask for what we do not do. */
const headerSchema = z.strictObject({ alg: z.literal("HS256"), typ: z.literal(TYPE), kid: z.string() });

const name = z.string().check(z.minLength(1), z.maxLength(256));
const names = z.array(name);
const claimsSchema = z.object({
  iss: name,
  sub: name,
  aud: z.union([z.string(), z.array(z.string())]),
  iat: z.number(),
  exp: z.number(),
  jti: name,
  desk: z.optional(name),
  skills: z.optional(names),
  departments: z.optional(names),
});
type Claims = z.infer<typeof claimsSchema>;

/**
 * Judges a portal's token (product.md, section 8) by everything but its having been used. Throws
 * `unauthenticated` for whatever is wrong with it, and never says what.
 */
export async function readEmbedToken(
  token: string,
  rules: EmbedTokenRules,
  now: Instant,
): Promise<EmbedClaims> {
  const { key, claims } = await verify(token, rules, now);
  const { kid } = key;
  if (!isForUs(claims.aud, rules.appUrl) || !isTimely(claims, now)) throw refusal();
  if (claims.desk !== undefined && !rules.deskKeys.includes(claims.desk)) throw refusal();
  return {
    kid,
    keyMark: markOf(key),
    issuer: claims.iss,
    subject: claims.sub,
    useId: digestOf([kid, claims.jti]),
    // jose compares with whole seconds of the clock, so that a fraction of `exp` counts as a whole one.
    acceptedUntilAt: asInstant(Math.ceil(claims.exp + SKEW_S) * 1000),
    scope: {
      desk: claims.desk ?? null,
      skills: claims.skills ?? null,
      departments: claims.departments ?? null,
    },
  };
}

/** Names a key without telling anything of it. */
export const markOf = ({ kid, key }: EmbedKey) => digestOf(["embed-key", kid, key]);

const digestOf = (parts: readonly string[]) =>
  createHash("sha256").update(JSON.stringify(parts)).digest("base64url");

/** The same words for every reason. */
export const refusal = () => new AppError("unauthenticated", "This needs a valid credential.");

async function verify(token: string, { embedKeys }: EmbedTokenRules, now: Instant) {
  if (token.length > LONGEST_TOKEN || !COMPACT.test(token)) throw refusal();
  const { jwtVerify } = await loadJose();
  try {
    const keyOf = (kid: string | undefined) => findKey(kid, embedKeys);
    const { payload, protectedHeader } = await jwtVerify(
      token,
      ({ kid }) => new TextEncoder().encode(keyOf(kid).key),
      { algorithms: ["HS256"], currentDate: new Date(now), clockTolerance: SKEW_S },
    );
    return { key: keyOf(headerSchema.parse(protectedHeader).kid), claims: claimsSchema.parse(payload) };
  } catch {
    throw refusal();
  }
}

function findKey(kid: string | undefined, keys: readonly EmbedKey[]): EmbedKey {
  const key = keys.find((one) => one.kid === kid);
  if (key === undefined) throw refusal();
  return key;
}

/** One of several audiences may be ours (RFC 7519, section 4.1.3). */
function isForUs(aud: Claims["aud"], appUrl: string): boolean {
  const withoutSlash = (address: string) => address.replace(/\/$/, "");
  return [aud].flat().some((one) => withoutSlash(one) === withoutSlash(appUrl));
}

/** jose has refused what is over; what begins later, or lives longer than it may, is for us to refuse. */
function isTimely({ iat, exp }: Claims, now: Instant): boolean {
  return exp > iat && exp - iat <= LONGEST_LIFE_S && iat <= now / 1000 + SKEW_S;
}
