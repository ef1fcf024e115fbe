import type { FeishuErrorKind } from "./errors.ts";
import type { Endpoint } from "./request.ts";

/**
 * A circuit breaker for one endpoint. While it is open an endpoint that fails is asked once a round, which is the probe,
 * and nothing is asked again within a round (docs/adr/0014-a-breaker-that-rounds-probe.md).
 */
export interface Breaker {
  /** `half_open`: the probe is on its way. */
  state(): BreakerState;
  /** A call begins. */
  begin(): void;
  /** It has ended so. */
  end(outcome: "ok" | FeishuErrorKind): void;
}

export type BreakerState = "closed" | "open" | "half_open";

/** One round of three attempts and two of the next: what passes within seconds opens nothing. */
export const OPENS_AFTER = 5;

/** They say that the endpoint works, and when to come again. */
const LIMITS: ReadonlySet<string> = new Set<FeishuErrorKind>(["rate", "quota"]);

export function createBreaker(): Breaker {
  let failures = 0;
  let running = 0;
  return {
    state: () => {
      if (failures < OPENS_AFTER) return "closed";
      return running > 0 ? "half_open" : "open";
    },
    begin: () => {
      running++;
    },
    end: (outcome) => {
      running--;
      if (outcome === "ok") failures = 0;
      else if (!LIMITS.has(outcome)) failures++;
    },
  };
}

/** One breaker an endpoint, of one desk or one app. */
export interface Breakers {
  of(endpoint: Endpoint): Breaker;
  /** Of all endpoints that have been asked. */
  states(): readonly { readonly endpoint: Endpoint; readonly state: BreakerState }[];
}

export function createBreakers(): Breakers {
  const breakers = new Map<Endpoint, Breaker>();
  return {
    of: (endpoint) => {
      const breaker = breakers.get(endpoint) ?? createBreaker();
      breakers.set(endpoint, breaker);
      return breaker;
    },
    states: () => [...breakers].map(([endpoint, breaker]) => ({ endpoint, state: breaker.state() })),
  };
}

/** All breakers of a process: of each desk, and of the app, whose token the desks share. */
export interface BreakerBook {
  /** By desk key; null: of the app. */
  of(desk: string | null): Breakers;
  states(): readonly {
    readonly desk: string | null;
    readonly endpoint: Endpoint;
    readonly state: BreakerState;
  }[];
}

export function createBreakerBook(): BreakerBook {
  const pages = new Map<string | null, Breakers>();
  return {
    of: (desk) => {
      const breakers = pages.get(desk) ?? createBreakers();
      pages.set(desk, breakers);
      return breakers;
    },
    states: () =>
      [...pages].flatMap(([desk, breakers]) => breakers.states().map((one) => ({ desk, ...one }))),
  };
}
