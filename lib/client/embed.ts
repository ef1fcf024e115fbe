import type { Check } from "#lib/contract/check.ts";
import type { EmbedSessionJson, EmbedSiteJson } from "#lib/contract/embed.ts";
import { isEmbedSession, isEmbedSite } from "#lib/contract/embed-check.ts";

/** What a frame shows with its requests: the cookie where the browser keeps it, else the bearer from memory. */
export type EmbedCredential =
  | { readonly kind: "cookie" }
  | { readonly kind: "bearer"; readonly bearer: string };

export function credentialHeaders(credential: EmbedCredential): Readonly<Record<string, string>> {
  return credential.kind === "cookie"
    ? { "Rota-Embed": "1" }
    : { Authorization: `Bearer ${credential.bearer}` };
}

/** What the server tells a frame that has access; null: it has none. Rejects where the server does not answer. */
export function readEmbedSite(basePath: string, credential: EmbedCredential): Promise<EmbedSiteJson | null> {
  const headers = credentialHeaders(credential);
  return ask(`${basePath}/api/embed/site`, { headers, cache: "no-store" }, isEmbedSite);
}

/** A session for a portal's token; null: the token is refused. Rejects where the server does not answer. */
export function exchangeEmbedToken(basePath: string, token: string): Promise<EmbedSessionJson | null> {
  const body = JSON.stringify({ token });
  const headers = { "Content-Type": "application/json" };
  return ask(`${basePath}/api/embed/session`, { method: "POST", headers, body }, isEmbedSession);
}

/** A server that keeps silent is one that does not answer. */
const PATIENCE_MS = 15_000;

async function ask<T>(url: string, init: RequestInit, isExpected: Check<T>): Promise<T | null> {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
  if (response.status === 401) return null;
  if (!response.ok) throw new Error(`The server answered ${response.status}`);
  const json: unknown = await response.json();
  if (!isExpected(json)) throw new TypeError("The server answered something else");
  return json;
}
