import type { RosterJson } from "#lib/contract/roster.ts";
import type { Truth } from "./truth.ts";

/** What viewers were shown, added up. All of it must be 0 but the number of answers. */
export interface Tally {
  readonly answers: number;
  readonly lost: Lost;
  /** ms of the simulation, over stretches in which somebody looked. */
  readonly longestStaleMs: number;
}

export interface Lost {
  /** Answers without a roster, from a process that was up. */
  answers: number;
  agents: number;
  statuses: number;
  weeks: number;
  /** Rosters said to be fresher than they were. */
  unseen: number;
  /** Calendar subscriptions. */
  subscriptions: number;
}

/** A round may take this long in the simulation's time, since a call takes what it takes in ours. */
const ROUND_MAX_MS = 30 * 60_000;

export class TallyKeeper {
  readonly #truth: Truth;
  readonly lost: Lost = { answers: 0, agents: 0, statuses: 0, weeks: 0, unseen: 0, subscriptions: 0 };
  #answers = 0;
  #staleSinceMs: number | null = null;
  #longestStaleMs = 0;

  constructor(truth: Truth) {
    this.#truth = truth;
  }

  noteRoster(roster: RosterJson, fetchedAt: number, servedAt: number): void {
    this.#answers += 1;
    const { missingAgents, wrongStatuses, changedWeeks } = this.#truth.judge(roster);
    this.lost.agents += missingAgents;
    this.lost.statuses += wrongStatuses;
    this.lost.weeks += changedWeeks;
    const readAt = this.#truth.readAt(roster) ?? 0;
    if (fetchedAt - readAt > ROUND_MAX_MS) this.lost.unseen += 1;
    this.noteFreshness(roster.freshness === "fresh", servedAt);
  }

  /** Of a roster that was confirmed unchanged, too. */
  noteFreshness(isFresh: boolean, at: number): void {
    if (isFresh) this.#staleSinceMs = null;
    else this.#staleSinceMs ??= at;
    if (this.#staleSinceMs !== null) {
      this.#longestStaleMs = Math.max(this.#longestStaleMs, at - this.#staleSinceMs);
    }
  }

  /** Nobody looks: what is shown next may be stale at first, and that stretch is nobody's. */
  noteNobodyLooks(): void {
    this.#staleSinceMs = null;
  }

  read(): Tally {
    return { answers: this.#answers, lost: this.lost, longestStaleMs: this.#longestStaleMs };
  }
}
