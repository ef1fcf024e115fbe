import { asInstant, type Instant } from "#lib/schedule/types.ts";

/**
 * The server's clock, read in the browser: a viewer's own clock may be wrong by hours, so nothing on
 * screen asks it what time it is. It is only used to see how long ago something was.
 */

/** A moment on both of the browser's stop-watches. */
export interface Mark {
  readonly performanceMs: number;
  readonly dateMs: number;
}

export const markNow = (): Mark => ({ performanceMs: performance.now(), dateMs: Date.now() });

/** The moment at which the first byte of this page's document came; now, where the browser does not say. */
export function markDocument(): Mark {
  const now = markNow();
  const navigation = performance.getEntriesByType("navigation")[0];
  const isKnown = typeof window !== "undefined" && navigation instanceof PerformanceNavigationTiming;
  if (!isKnown || navigation.responseStart === 0) return now;
  const agoMs = now.performanceMs - navigation.responseStart;
  return { performanceMs: navigation.responseStart, dateMs: now.dateMs - agoMs };
}

/**
 * Milliseconds between two marks, never negative. `performance` stands still while some laptops sleep and
 * `Date` may be set back, so the larger of the two is believed.
 */
export function elapsedMs(since: Mark, until: Mark): number {
  return Math.max(0, until.performanceMs - since.performanceMs, until.dateMs - since.dateMs);
}

/** What a reading said about time, and when it reached us. */
export interface ReadingClock {
  readonly fetchedAt: Instant;
  readonly servedAt: Instant;
  readonly nextReadAt: Instant;
  readonly received: Mark;
}

/** The server's present. */
export function serverNow(clock: ReadingClock, at: Mark): Instant {
  return asInstant(clock.servedAt + elapsedMs(clock.received, at));
}

/** Age of the data in ms: how old it was when served, and how long we have held it. */
export function ageMs(clock: ReadingClock, at: Mark): number {
  return Math.max(0, clock.servedAt - clock.fetchedAt) + elapsedMs(clock.received, at);
}

/** The server needs a moment after its own read is due before the answer can be there. */
const GRACE_MS = 1_000;
const SHORTEST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 3_600_000;

/** How long after receiving a reading to ask for the next one, on the server's rhythm. */
export function nextAskMs(clock: ReadingClock): number {
  const wait = clock.nextReadAt - clock.servedAt + GRACE_MS;
  return Math.min(LONGEST_WAIT_MS, Math.max(SHORTEST_WAIT_MS, wait));
}

/** A roster older than two rounds is no longer the present (design tokens, section 8). */
export function isOverdue(clock: ReadingClock, at: Mark): boolean {
  const roundMs = Math.max(SHORTEST_WAIT_MS, clock.nextReadAt - clock.fetchedAt);
  return ageMs(clock, at) > 2 * roundMs + GRACE_MS;
}
