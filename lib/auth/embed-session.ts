import "server-only";
import * as z from "zod/mini";
import { asInstant, type Instant } from "#lib/schedule/types.ts";
import { readCookies } from "./cookies.ts";
import { type EmbedClaims, type EmbedKey, markOf, refusal } from "./embed-token.ts";
import { loadJose } from "./load-jose.ts";
import { type Secrets, seal, unseal } from "./sealed.ts";
import type { Viewer } from "./viewer.ts";

/** What embed sessions are made and judged by; all of it is settings. */
export interface EmbedSessionRules {
  readonly sessionSecrets: Secrets;
  /** A session ends at once when the key that signed its token is no longer among these, to the letter. */
  readonly embedKeys: readonly EmbedKey[];
  /** "" or `/path`. */
  readonly basePath: string;
}

export interface StartedEmbedSession {
  readonly bearer: string;
  /** The line for `Set-Cookie`, with the same value. */
  readonly cookie: string;
  readonly lifeS: number;
}

export interface EmbedSession {
  readonly viewer: Viewer;
  readonly endsAt: Instant;
}

/** Absolute: a frame gets a new token from its portal in time, or loses its session. */
const LIFE_S = 15 * 60;
const PURPOSE = "embed-session";
/** The header by which a frame asks for its cookie to count, before any other session. */
export const EMBED_HEADER = "Rota-Embed";

const names = z.nullable(z.readonly(z.array(z.string())));
const payloadSchema = z.object({
  keyMark: z.string(),
  issuer: z.string(),
  subject: z.string(),
  endsAt: z.number(),
  scope: z.object({ desk: z.nullable(z.string()), skills: names, departments: names }),
});
type Payload = z.infer<typeof payloadSchema>;

/** A session for whom a token vouched (product.md, section 8). The token's id must have been used up before. */
export async function startEmbedSession(
  { keyMark, issuer, subject, scope }: EmbedClaims,
  rules: EmbedSessionRules,
  now: Instant,
): Promise<StartedEmbedSession> {
  const payload: Payload = { keyMark, issuer, subject, scope, endsAt: now + LIFE_S * 1000 };
  const bearer = await seal(PURPOSE, payload, rules.sessionSecrets);
  const name = embedCookieName(rules.basePath);
  const path = rules.basePath === "" ? "/" : rules.basePath;
  const attributes = `Path=${path}; Max-Age=${LIFE_S}; Secure; HttpOnly; SameSite=None; Partitioned`;
  return { bearer, cookie: `${name}=${bearer}; ${attributes}`, lifeS: LIFE_S };
}

/**
 * The session that a frame shows: the cookie where `Rota-Embed: 1` asks for it, else an embed session's Bearer.
 * Null: none is shown, and other ways to recognise a viewer may be tried. Throws `unauthenticated` for one that
 * is no longer good, or never was.
 */
export async function readEmbedSession(
  headers: Pick<Headers, "get">,
  rules: EmbedSessionRules,
  now: Instant,
): Promise<EmbedSession | null> {
  const shown = shownCookie(headers, rules.basePath) ?? (await shownBearer(headers));
  if (shown === null) return null;
  const parsed = payloadSchema.safeParse(await unseal(PURPOSE, shown, rules.sessionSecrets));
  if (!parsed.success || !isGood(parsed.data, rules, now)) throw refusal();
  return { viewer: viewerOf(parsed.data), endsAt: asInstant(parsed.data.endsAt) };
}

/** `__Host-` binds a cookie to its host but allows no path; behind a portal's proxy the path keeps it to us. */
export const embedCookieName = (basePath: string) =>
  basePath === "" ? "__Host-rota-embed" : "__Secure-rota-embed";

function shownCookie(headers: Pick<Headers, "get">, basePath: string): string | null {
  if (headers.get(EMBED_HEADER) !== "1") return null;
  const wanted = embedCookieName(basePath);
  const values = readCookies(headers).flatMap(([key, value]) => (key === wanted ? [value] : []));
  // Of two, one is somebody else's; and what was to be narrowed must not fall back on a wider session.
  if (values.length > 1) throw refusal();
  return values[0] ?? null;
}

/** Told from an API key by what it is, so that one that has ended is refused and never taken for another credential. */
async function shownBearer(headers: Pick<Headers, "get">): Promise<string | null> {
  const text = headers.get("authorization")?.match(/^Bearer +(\S+) *$/i)?.[1] ?? null;
  return text !== null && (await isSealedSession(text)) ? text : null;
}

async function isSealedSession(text: string): Promise<boolean> {
  const { decodeProtectedHeader } = await loadJose();
  try {
    return decodeProtectedHeader(text).typ === `rota-${PURPOSE}+jwe`;
  } catch {
    return false;
  }
}

function isGood({ keyMark, endsAt }: Payload, { embedKeys }: EmbedSessionRules, now: Instant): boolean {
  return now < endsAt && embedKeys.some((key) => markOf(key) === keyMark);
}

function viewerOf({ issuer, subject, scope }: Payload): Viewer {
  const name = `${issuer}/${subject}`;
  return {
    by: "embed",
    id: name,
    name,
    role: "viewer",
    maySeeAll: false,
    maySeeStatus: false,
    scope,
  };
}
