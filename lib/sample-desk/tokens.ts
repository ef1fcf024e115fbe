import * as z from "zod/mini";
import { CODE } from "#lib/feishu/wire.ts";
import { type Answer, envelope } from "./answer.ts";
import { hexOf } from "./seeded.ts";

const MINUTE_MS = 60_000;
const LIFETIME_MS = 2 * 60 * MINUTE_MS;
/** With less than this left, Feishu issues a new token and both stay valid; with more, the same one comes again. */
const RENEWABLE_MS = 30 * MINUTE_MS;

const credentialsSchema = z.object({ app_id: z.string(), app_secret: z.string() });

export interface AppCredentials {
  readonly appId: string;
  readonly appSecret: string;
}

/** The tokens issued so far, and what becomes of them. */
export interface TokenBook {
  /** Answers the token endpoint: a flat body with `tenant_access_token` and `expire` in seconds. */
  issue(body: string): Answer;
  accepts(token: string): boolean;
  /** Every token issued so far is rejected from now on, as after a reset in Feishu's console. */
  revokeAll(): void;
}

export function createTokenBook(app: AppCredentials, now: () => number, lifetimeMs = LIFETIME_MS): TokenBook {
  let issued: { readonly token: string; readonly endAt: number }[] = [];
  let count = 0;

  function current(): { readonly token: string; readonly endAt: number } {
    const renewableMs = Math.min(RENEWABLE_MS, lifetimeMs / 4);
    const last = issued.at(-1);
    if (last && last.endAt - now() >= renewableMs) return last;
    const fresh = { token: `t-${hexOf(30, ++count, now())}`, endAt: now() + lifetimeMs };
    issued = [...issued.filter(({ endAt }) => endAt > now()), fresh];
    return fresh;
  }

  return {
    issue: (body) => {
      const given = parse(body);
      if (!given || given.app_id !== app.appId) return envelope(CODE.appIdUnknown);
      if (given.app_secret !== app.appSecret) return envelope(CODE.appSecretWrong);
      const { token, endAt } = current();
      return envelope(CODE.ok, {
        tenant_access_token: token,
        expire: Math.max(0, Math.floor((endAt - now()) / 1000)),
      });
    },
    accepts: (token) => issued.some((one) => one.token === token && one.endAt > now()),
    revokeAll: () => {
      issued = [];
    },
  };
}

function parse(body: string): z.infer<typeof credentialsSchema> | undefined {
  try {
    return credentialsSchema.parse(JSON.parse(body));
  } catch {
    return undefined;
  }
}
