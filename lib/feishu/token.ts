import "server-only";
import { FeishuError } from "./errors.ts";
import { type RequestDeps, sendRequest } from "./request.ts";
import { TOKEN_PATH, tokenAnswerSchema } from "./wire.ts";

/** Gives the tenant token of one app, asking Feishu for as few as possible. */
export interface TokenProvider {
  /**
   * A token that Feishu has not rejected. All who wait share one request. `signal` ends this wait alone.
   * @throws FeishuError
   */
  take(signal: AbortSignal): Promise<string>;
  /** Forgets the token after a rejection, unless a newer one has taken its place already. */
  drop(rejected: string): void;
  /** False: tokens have not been had for some time. */
  isWell(): boolean;
}

export interface AppSettings {
  readonly baseUrl: string;
  readonly appId: string;
  readonly appSecret: string;
  /** Deadline of one token request. */
  readonly timeoutMs: number;
}

const ENDPOINT = "tenant_access_token";

/** Feishu issues a new token when less than 30 minutes remain, and both stay valid: so this leaves no hole. */
const RENEW_BEFORE_END_MS = 10 * 60_000;
/** A token is held at least this long, so that a short or missing `expire` does not mean a request for every call. */
const SHORTEST_HOLD_MS = 10_000;

interface Held {
  readonly token: string;
  readonly renewAt: number;
  readonly endAt: number;
}

export function createTokenProvider(app: AppSettings, deps: RequestDeps): TokenProvider {
  const now = () => deps.clock.monotonicMs();
  let held: Held | null = null;
  let inFlight: Promise<Held> | null = null;

  /** The one request in flight; it outlives the waiter that began it, for those who came later. */
  function renew(): Promise<Held> {
    inFlight ??= requestToken(app, deps)
      .then((fresh) => {
        held = fresh;
        return fresh;
      })
      .finally(() => {
        inFlight = null;
      });
    return inFlight;
  }

  return {
    take: async (signal) => {
      const before = held;
      if (before && now() < before.renewAt) return before.token;
      // A token that outlives the call serves it: a token endpoint that hangs must not cost a reading.
      if (before && now() + app.timeoutMs < before.endAt) {
        renew().catch(() => undefined);
        return before.token;
      }
      try {
        return (await untilAborted(renew(), signal)).token;
      } catch (error) {
        // What little life is left is worth a try when the renewal fails.
        if (before && held === before && now() < before.endAt && !signal.aborted) return before.token;
        throw error;
      }
    },
    drop: (rejected) => {
      if (held?.token === rejected) held = null;
    },
    isWell: () => deps.breakers?.of(ENDPOINT).state() !== "open",
  };
}

/** Half of a short life, all but ten minutes of a long one. Monotonic ms. */
export function holdMs(expireMs: number): number {
  return Math.max(expireMs - RENEW_BEFORE_END_MS, expireMs / 2, SHORTEST_HOLD_MS);
}

async function requestToken(app: AppSettings, deps: RequestDeps): Promise<Held> {
  const askedAt = deps.clock.monotonicMs();
  const { body, logId } = await sendRequest(
    {
      endpoint: ENDPOINT,
      url: `${app.baseUrl}${TOKEN_PATH}`,
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8" },
      body: JSON.stringify({ app_id: app.appId, app_secret: app.appSecret }),
      signal: AbortSignal.timeout(app.timeoutMs),
    },
    deps,
  );
  const read = tokenAnswerSchema.safeParse(body);
  // A token with a line break or the like could not stand in a header; `fetch` would name it in its error.
  if (!read.success || !/^[\x21-\x7e]+$/.test(read.data.tenant_access_token)) {
    throw new FeishuError("shape", "The answer to the token request holds no token.", { logId });
  }
  const expireMs = read.data.expire * 1000;
  return {
    token: read.data.tenant_access_token,
    renewAt: askedAt + holdMs(expireMs),
    endAt: askedAt + expireMs,
  };
}

/** The outcome of `work`, or a timeout at once when the signal aborts; `work` itself goes on and is always heard. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(new FeishuError("timeout", "No token before the deadline."));
    signal.addEventListener("abort", onAbort, { once: true });
    // Attached even when nobody waits any more: a rejection that nobody hears would end the process.
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
    if (signal.aborted) onAbort();
  });
}

/** One provider for each app, so that several desks of one app share its token. */
export interface TokenProviders {
  of(app: AppSettings): TokenProvider;
}

/** The secret is part of the key: with a changed secret, an old token must not go on working. */
export function createTokenProviders(deps: RequestDeps): TokenProviders {
  const providers = new Map<string, TokenProvider>();
  return {
    of: (app) => {
      const key = JSON.stringify([app.baseUrl, app.appId, app.appSecret]);
      const known = providers.get(key) ?? createTokenProvider(app, deps);
      providers.set(key, known);
      return known;
    },
  };
}
