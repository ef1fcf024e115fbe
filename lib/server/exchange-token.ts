import "server-only";
import { type StartedEmbedSession, startEmbedSession } from "#lib/auth/embed-session.ts";
import { type EmbedClaims, readEmbedToken, refusal } from "#lib/auth/embed-token.ts";
import type { Settings } from "#lib/config/settings.ts";
import { embedExchangeSchema } from "#lib/contract/embed.ts";
import { AppError } from "#lib/errors.ts";
import type { Clock } from "#lib/roster/ports.ts";
import type { TokenUses } from "#lib/roster/store-port.ts";
import type { Desk } from "#lib/schedule/types.ts";
import { readJsonBody } from "./read-json-body.ts";

/** Much more than a token that we take; what is longer is not read to its end. */
const LONGEST_BODY = 16_384;

/** What an exchange needs of the runtime. */
interface ExchangeParts {
  readonly settings: Pick<Settings, "appUrl" | "embedKeys" | "sessionSecrets" | "basePath">;
  readonly desks: readonly Desk[];
  readonly roster: { readonly clock: Pick<Clock, "now"> };
  readonly tokenUses: Pick<TokenUses, "useOnce">;
}

export interface ExchangedToken extends StartedEmbedSession {
  readonly claims: EmbedClaims;
}

/**
 * An embed session for the token in a request's body (product.md, section 8). The token's id is used up last, so
 * that a token that is refused for another reason stays good. Where the store cannot say whether an id was used,
 * nobody gets in. Throws `unauthenticated` for every token that is refused, one that is too long included, and
 * `invalid` for a body that brings none.
 */
export async function exchangeToken(parts: ExchangeParts, request: Request): Promise<ExchangedToken> {
  const { settings, desks, roster, tokenUses } = parts;
  const token = await readToken(request);
  const rules = { ...settings, deskKeys: desks.map(({ key }) => key) };
  const claims = await readEmbedToken(token, rules, roster.clock.now());
  // biome-ignore lint/correctness/useHookAtTopLevel: a verb of the store, and no hook of React's
  if (!(await tokenUses.useOnce(claims.useId, claims.acceptedUntilAt))) throw refusal();
  return { claims, ...(await startEmbedSession(claims, settings, roster.clock.now())) };
}

async function readToken(request: Request): Promise<string> {
  const parsed = embedExchangeSchema.safeParse(await readShortBody(request));
  if (parsed.success) return parsed.data.token;
  throw new AppError("invalid", 'The body must be {"token": "…"}.');
}

async function readShortBody(request: Request): Promise<unknown> {
  try {
    return await readJsonBody(request, LONGEST_BODY);
  } catch (error) {
    throw error instanceof AppError && error.code === "too_large" ? refusal() : error;
  }
}
