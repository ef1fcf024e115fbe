import type { RosterJson } from "#lib/contract/roster.ts";
import type { Truth } from "./truth.ts";

/** What viewers were shown, added up. All of it must be 0 but the number of answers. */
export interface Tally {
  readonly answers: number;
  readonly lost: Lost;
  /** When what was lost, a line each. */
  readonly occasions: readonly string[];
  /** ms of the simulation, over stretches in which somebody looked. */
  readonly longestStaleMs: number;
}

/**
 * `answers`: without a roster, from a process that was up. `unseen`: rosters said to be fresher than they were. `end`:
 * Feishu was sound again, and what it held did not come.
 */
const LOSSES = ["answers", "agents", "statuses", "weeks", "unseen", "subscriptions", "end"] as const;
export type Loss = (typeof LOSSES)[number];
export type Lost = Readonly<Record<Loss, number>>;

/** A round may take this long in the simulation's time, since a call takes what it takes in ours. */
const ROUND_MAX_MS = 30 * 60_000;

export class TallyKeeper {
  readonly #truth: Truth;
  readonly #lost = new Map<Loss, number>();
  readonly #occasions: string[] = [];
  #answers = 0;
  #staleSinceMs: number | null = null;
  #longestStaleMs = 0;

  constructor(truth: Truth) {
    this.#truth = truth;
  }

  /** `at`: epoch ms of the simulation. */
  lose(what: Loss, count: number, at: number): void {
    if (count === 0) return;
    this.#lost.set(what, (this.#lost.get(what) ?? 0) + count);
    this.#occasions.push(`${new Date(at).toISOString()} ${what} ${count}`);
  }

  noteRoster(roster: RosterJson, fetchedAt: number, servedAt: number): void {
    this.#answers += 1;
    const { missingAgents, wrongStatuses, changedWeeks } = this.#truth.judge(roster);
    this.lose("agents", missingAgents, servedAt);
    this.lose("statuses", wrongStatuses, servedAt);
    this.lose("weeks", changedWeeks, servedAt);
    const readAt = this.#truth.readAt(roster) ?? 0;
    this.lose("unseen", fetchedAt - readAt > ROUND_MAX_MS ? 1 : 0, servedAt);
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
    const lost = (what: Loss) => this.#lost.get(what) ?? 0;
    return {
      answers: this.#answers,
      lost: {
        answers: lost("answers"),
        agents: lost("agents"),
        statuses: lost("statuses"),
        weeks: lost("weeks"),
        unseen: lost("unseen"),
        subscriptions: lost("subscriptions"),
        end: lost("end"),
      },
      occasions: this.#occasions,
      longestStaleMs: this.#longestStaleMs,
    };
  }
}
