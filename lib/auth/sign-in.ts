import "server-only";
import { type AllowList, isAllowed } from "./allow-list.ts";
import type { Identity } from "./identity.ts";
import { readReturnPath } from "./return-path.ts";
import { type SessionMode, type SessionRules, startSession } from "./session.ts";
import { type Attempt, closeAttempt, findAttempt, openAttempt } from "./sign-in-attempt.ts";

/** A place where viewers sign in. */
export interface Provider {
  readonly name: SessionMode;
  /** Where the browser is sent with an attempt. Rejects where the provider cannot be reached. */
  addressFor(attempt: Attempt): Promise<string>;
  /** Whom the provider vouches for, by the query it sent the browser back with. Rejects where it does not. */
  recognise(search: URLSearchParams, attempt: Attempt): Promise<Identity>;
}

export interface SignIn {
  readonly provider: Provider;
  readonly allow: AllowList;
  readonly sessions: SessionRules;
  /** Public address with the base path, without a final slash: the `Host` header is never asked. */
  readonly appUrl: string;
}

/** Where the browser goes next, and what it is told to keep and to forget. */
export interface SignInStep {
  readonly location: string;
  readonly cookies: readonly string[];
  /** Who signed in; null: nobody, or nobody yet. */
  readonly identity: Identity | null;
  /** For the log alone: the viewer is never told why. Null: nothing went wrong. */
  readonly fault: unknown;
}

type RequestHeaders = Pick<Headers, "get">;

/** Sends the browser to the provider. */
export async function beginSignIn(
  { provider, sessions, appUrl }: SignIn,
  { headers, search }: { readonly headers: RequestHeaders; readonly search: URLSearchParams },
): Promise<SignInStep> {
  const next = readReturnPath(search.get("next"));
  const { attempt, cookies } = await openAttempt(provider.name, next, headers, sessions);
  try {
    return { location: await provider.addressFor(attempt), cookies, identity: null, fault: null };
  } catch (fault) {
    return { location: failedAddress(appUrl, next), cookies: [], identity: null, fault };
  }
}

/**
 * Takes the browser back from the provider. Whatever does not hold (no attempt of this browser, another provider, a
 * state used before, a code refused, somebody who is not let in) ends at the sign-in page without a session.
 */
export async function completeSignIn(
  signIn: SignIn,
  { headers, search }: { readonly headers: RequestHeaders; readonly search: URLSearchParams },
): Promise<SignInStep> {
  const { provider, allow, sessions, appUrl } = signIn;
  const [state = "", ...more] = search.getAll("state");
  const attempt = more.length > 0 ? null : await findAttempt(provider.name, state, headers, sessions);
  const forget = closeAttempt(state, sessions);
  const refuse = (fault: unknown): SignInStep => ({
    location: failedAddress(appUrl, attempt?.next ?? "/"),
    cookies: forget,
    identity: null,
    fault,
  });
  if (attempt === null) return refuse(new Error("No attempt of this browser has that state."));
  try {
    const identity = await provider.recognise(search, attempt);
    if (!isAllowed(identity, allow)) return refuse(new Error("No list lets them in."));
    const session = await startSession(provider.name, identity, sessions);
    return { location: `${appUrl}${attempt.next}`, cookies: [...forget, session], identity, fault: null };
  } catch (fault) {
    return refuse(fault);
  }
}

function failedAddress(appUrl: string, next: string): string {
  return `${appUrl}/sign-in?failed=1&next=${encodeURIComponent(next)}`;
}
