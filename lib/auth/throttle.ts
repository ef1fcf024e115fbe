import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { RateLimiterMemory } from "rate-limiter-flexible";
import { networkOf } from "./client-address.ts";

/** How much of something may happen within a minute, from whom. */
export interface Limit {
  /** Where clients are known (TRUST_PROXY_HOPS). */
  readonly perClient: number;
  /** From all together who are not known. */
  readonly inSum: number;
}

export interface Counted {
  /** Whole seconds until the minute is over, from 1; null: within the limit. */
  readonly retryAfterS: number | null;
  /** The first that is too much: worth one line of the log. */
  readonly isFirstOver: boolean;
}

export interface Throttle {
  /** Counts one more. `client`: its address; null: unknown. Each process counts for itself. */
  count(client: string | null): Promise<Counted>;
  /** What has been counted as too much already; counts nothing. */
  look(client: string | null): Promise<Counted>;
}

const WINDOW_S = 60;
/** Memory stays within this, whatever is sent: clients who meet in a place share it. */
const PLACES = 4_096;

export function createThrottle({ perClient, inSum }: Limit): Throttle {
  // Nobody can work out with whom they would share a place.
  const salt = randomBytes(16);
  const place = (client: string) =>
    createHash("sha256").update(salt).update(networkOf(client)).digest().readUInt16BE() % PLACES;
  const known = keepCount(perClient);
  const unknown = keepCount(inSum);
  const judge = (used: { consumedPoints: number; msBeforeNext: number } | null, limit: number): Counted => ({
    retryAfterS:
      used === null || used.consumedPoints <= limit ? null : Math.max(1, Math.ceil(used.msBeforeNext / 1000)),
    isFirstOver: used?.consumedPoints === limit + 1,
  });
  return {
    count: async (client) =>
      client === null
        ? judge(await (await unknown()).penalty("all"), inSum)
        : judge(await (await known()).penalty(place(client)), perClient),
    look: async (client) =>
      client === null
        ? judge(await (await unknown()).get("all"), inSum)
        : judge(await (await known()).get(place(client)), perClient),
  };
}

/** Begins with the first who is counted: the library has a counter for every database there is, and they come together. */
function keepCount(points: number): () => Promise<RateLimiterMemory> {
  let counter: Promise<RateLimiterMemory> | undefined;
  return () => {
    counter ??= import("rate-limiter-flexible").then(
      (library) => new library.RateLimiterMemory({ points, duration: WINDOW_S, keyPrefix: "" }),
    );
    return counter;
  };
}
