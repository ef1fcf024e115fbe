import "server-only";
import { randomNonce, randomPKCECodeVerifier, randomState } from "openid-client";
import * as z from "zod/mini";
import { cookieName, readCookie, readCookies, writeCookie } from "./cookies.ts";
import { seal, unseal } from "./sealed.ts";
import type { SessionMode, SessionRules } from "./session.ts";

/**
 * One way to the provider and back. It is kept in the browser that set out, encrypted, in a cookie of its own, so
 * that only that browser can come back with the answer, once, and only from the provider it was sent to.
 */
export interface Attempt {
  readonly provider: SessionMode;
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE: without it the code is worth nothing to who catches it. */
  readonly verifier: string;
  /** Where to go afterwards; see return-path.ts. */
  readonly next: string;
  /** Epoch ms. */
  readonly startedAt: number;
}

/** Long enough to find a second factor. */
export const ATTEMPT_MS = 10 * 60_000;
/** Tabs in which one may sign in at the same time; when there are more, all but the newest are forgotten. */
const OPEN_MAX = 5;
const COOKIE = "rota-sign-in-";

const attemptSchema = z.object({
  provider: z.enum(["feishu", "oidc"]),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
  startedAt: z.number(),
});

type RequestHeaders = Pick<Headers, "get">;

/** A new attempt, and the `Set-Cookie`s that let this browser come back from it. */
export async function openAttempt(
  provider: SessionMode,
  next: string,
  headers: RequestHeaders,
  rules: SessionRules,
): Promise<{ readonly attempt: Attempt; readonly cookies: readonly string[] }> {
  const attempt: Attempt = {
    provider,
    state: randomState(),
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
    next,
    startedAt: rules.clock.now(),
  };
  const text = await seal("sign-in-attempt", attempt, rules.secrets);
  const cookie = writeCookie(nameOf(attempt.state), text, ATTEMPT_MS / 1000, rules.cookies);
  return { attempt, cookies: [...forgetOthers(headers, rules), cookie] };
}

/** The attempt that this browser set out on with that state; null: none, too old, or of another provider. */
export async function findAttempt(
  provider: SessionMode,
  state: string,
  headers: RequestHeaders,
  rules: SessionRules,
): Promise<Attempt | null> {
  const text = isState(state) ? readCookie(headers, nameOf(state), rules.cookies) : null;
  if (text === null) return null;
  const read = attemptSchema.safeParse(await unseal("sign-in-attempt", text, rules.secrets));
  if (!read.success) return null;
  const attempt = read.data;
  const isOver = rules.clock.now() >= attempt.startedAt + ATTEMPT_MS;
  return isOver || attempt.state !== state || attempt.provider !== provider ? null : attempt;
}

/** The `Set-Cookie` that makes an attempt good for one return only; none for what is no state of ours. */
export function closeAttempt(state: string, rules: SessionRules): readonly string[] {
  return isState(state) ? [writeCookie(nameOf(state), "", 0, rules.cookies)] : [];
}

/** What stands in a cookie's name comes from the address: nothing else may get there. */
const isState = (text: string) => /^[\w-]{43}$/.test(text);

/** The rest of the state stays secret, also from who reads names of cookies. */
const nameOf = (state: string) => `${COOKIE}${state.slice(0, 8)}`;

function forgetOthers(headers: RequestHeaders, { cookies }: SessionRules): readonly string[] {
  const prefix = cookieName(COOKIE, cookies);
  const open = readCookies(headers).flatMap(([name]) => (name.startsWith(prefix) ? [name] : []));
  if (open.length < OPEN_MAX) return [];
  const endings = open.map((name) => name.slice(prefix.length)).filter((end) => /^[\w-]{8}$/.test(end));
  return endings.map((end) => writeCookie(`${COOKIE}${end}`, "", 0, cookies));
}
