import type { Freshness, Problem } from "#lib/contract/roster.ts";
import type { Desk, Instant, Roster } from "#lib/schedule/types.ts";

/** What a feed knows of its desk at the moment of asking. */
export interface FeedState {
  readonly desk: Desk;
  /** The last good roster, the same object while its content is the same; null: none yet. */
  readonly roster: Roster | null;
  readonly fetchedAt: Instant | null;
  readonly freshness: Freshness;
  readonly problem: Problem | null;
  /** When the next round starts; while one runs, or is about to, a moment in which it may be over. */
  readonly nextReadAt: Instant;
  /** This process reads the desk; false: another does, and this one follows it. */
  readonly isReader: boolean;
}

export interface FreshnessInput {
  readonly lastRoundFailed: boolean;
  /** Age of this process's last success; null: none yet. */
  readonly sinceSuccessMs: number | null;
  readonly refreshMs: number;
  readonly watched: boolean;
}

/** The rule of product.md, section 2, asked at the moment of serving. */
export function freshnessOf(input: FreshnessInput): Freshness {
  if (input.lastRoundFailed || input.sinceSuccessMs === null) return "stale";
  return input.watched && input.sinceSuccessMs > 2 * input.refreshMs ? "stale" : "fresh";
}
