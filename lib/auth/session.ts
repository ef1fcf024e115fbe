import "server-only";
import * as z from "zod/mini";
import type { Instant } from "#lib/schedule/types.ts";
import { type CookiePlace, readCookie, writeCookie } from "./cookies.ts";
import type { Identity } from "./identity.ts";
import { type Secrets, seal, unseal } from "./sealed.ts";

/**
 * Who signed in, in an encrypted cookie and nowhere else. It holds who they are and not what they may do: roles and
 * allow-lists are asked anew at every request, so that a change of settings holds at once.
 */
export interface Session {
  readonly by: SessionMode;
  readonly identity: Identity;
  /** Epoch ms, as all times here. */
  readonly startedAt: number;
  /** The last use that was written down, at most `RENEW_AFTER_MS` behind the last use. */
  readonly seenAt: number;
}

export type SessionMode = "feishu" | "oidc";

/** How sessions are kept; made from the settings once a process. */
export interface SessionRules {
  readonly secrets: Secrets;
  /** `SESSION_EPOCH`: a session of another one is over. */
  readonly epoch: number;
  readonly cookies: CookiePlace;
  readonly clock: { now(): Instant };
}

/** From sign-in, however busy the viewer is. */
export const SESSION_MS = 8 * 60 * 60_000;
/** Without a request. */
export const IDLE_MS = 30 * 60_000;
/** A use is written down when the last one is older than this, not at every request. */
export const RENEW_AFTER_MS = 5 * 60_000;
/** In characters. Browsers drop a cookie of more than 4 KB without a word, and the viewer would sign in for ever. */
const NAME_MAX = 100;
/** How far the clocks of two replicas may differ. */
const SKEW_MS = 60_000;

const COOKIE = "rota-session";

const sealedSchema = z.object({
  by: z.enum(["feishu", "oidc"]),
  identity: z.object({
    id: z.string().check(z.minLength(1)),
    name: z.nullable(z.string()),
    email: z.nullable(z.string()),
    groups: z.array(z.string()),
  }),
  startedAt: z.number(),
  seenAt: z.number(),
  epoch: z.number(),
});

/** The session that a request carries; null where there is none, or it is over, forged or of another epoch. */
export async function readSession(
  headers: Pick<Headers, "get">,
  rules: SessionRules,
): Promise<Session | null> {
  const text = readCookie(headers, COOKIE, rules.cookies);
  if (text === null) return null;
  const read = sealedSchema.safeParse(await unseal("session", text, rules.secrets));
  if (!read.success || read.data.epoch !== rules.epoch) return null;
  const { epoch, ...session } = read.data;
  return isAlive(session, rules.clock.now()) ? session : null;
}

function isAlive({ startedAt, seenAt }: Session, now: number): boolean {
  const isPast = startedAt <= now + SKEW_MS && seenAt <= now + SKEW_MS;
  return isPast && now < startedAt + SESSION_MS && now < seenAt + IDLE_MS;
}

/** The `Set-Cookie` that begins a session. Nothing of an earlier one is taken over. */
export function startSession(by: SessionMode, identity: Identity, rules: SessionRules): Promise<string> {
  const now = rules.clock.now();
  const name = identity.name === null ? null : [...identity.name].slice(0, NAME_MAX).join("");
  return writeSession({ by, identity: { ...identity, name }, startedAt: now, seenAt: now }, rules);
}

/** The `Set-Cookie` that writes down a use of the request's session; null where that is not due. */
export async function renewSession(
  headers: Pick<Headers, "get">,
  rules: SessionRules,
): Promise<string | null> {
  const session = await readSession(headers, rules);
  const now = rules.clock.now();
  if (session === null || now - session.seenAt < RENEW_AFTER_MS) return null;
  return writeSession({ ...session, seenAt: now }, rules);
}

async function writeSession(session: Session, rules: SessionRules): Promise<string> {
  const text = await seal("session", { ...session, epoch: rules.epoch }, rules.secrets);
  const leftMs = session.startedAt + SESSION_MS - session.seenAt;
  return writeCookie(COOKIE, text, Math.ceil(leftMs / 1000), rules.cookies);
}

/** The `Set-Cookie` that forgets the session of this browser. */
export function endSession(rules: SessionRules): string {
  return writeCookie(COOKIE, "", 0, rules.cookies);
}
