import type { ReadList } from "./ports.ts";

/** What a desk's rounds remember from one to the next. */
export interface RoundMemory {
  /** How many rounds have started. */
  readonly round: number;
  /** The last believed answer to the first call; null: none yet. */
  readonly present: ReadList | null;
  /** The last answer to the second call; null: none yet. */
  readonly removed: ReadList | null;
  /** The round that got it, and when that round started (monotonic). */
  readonly removedRound: number;
  readonly removedStartedMs: number;
  /** The second call is owed: it failed, or an agent has left and we do not know where to. */
  readonly removedOwed: boolean;
  /** Whether this desk is known to have agents: then an empty answer is read again before it is believed. */
  readonly hadAgents: boolean;
  /** The last answer was empty, and was not believed. */
  readonly emptyOnce: boolean;
}

export const NO_MEMORY: RoundMemory = {
  round: 0,
  present: null,
  removed: null,
  removedRound: 0,
  removedStartedMs: 0,
  removedOwed: true,
  hadAgents: false,
  emptyOnce: false,
};

/** How far apart the readings of removed agents may lie (product.md, section 2). */
export const REMOVED_EVERY_ROUNDS = 10;
export const REMOVED_EVERY_MS = 10 * 60_000;

/** Whether the second call belongs to the round that starts at `startedMs` and found `present`. */
export function isRemovedDue(memory: RoundMemory, startedMs: number, present: ReadList): boolean {
  return (
    memory.removedOwed ||
    memory.round - memory.removedRound >= REMOVED_EVERY_ROUNDS ||
    startedMs - memory.removedStartedMs >= REMOVED_EVERY_MS ||
    hasLeft(memory.present, present)
  );
}

function hasLeft(before: ReadList | null, now: ReadList): boolean {
  if (before === null) return false;
  const ids = new Set(now.records.map(({ agent }) => agent.id));
  return before.records.some(({ agent }) => !ids.has(agent.id));
}
