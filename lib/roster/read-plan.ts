import type { Round } from "./round.ts";
import { BREATH_MS, waitAfter } from "./waits.ts";

export interface PlanOptions {
  readonly refreshMs: number;
  /** False: the desk is read only while somebody looks. */
  readonly pollWhenIdle: boolean;
  /** In [0, 1). */
  readonly random: () => number;
}

/** What a plan knows of the rounds so far, for another process to go on from. */
export interface PlanState {
  /** Negative: the next round is overdue, if anybody wants it. */
  readonly dueInMs: number;
  /** For how long not even a viewer can ask for a round; negative: nothing is in force. */
  readonly firmForMs: number;
  readonly failures: number;
  /** Null: no round has succeeded yet. */
  readonly sinceSuccessMs: number | null;
}

/** Somebody counts as looking for this long after a look, or for two intervals if that is longer. */
const WATCHED_MS = 90_000;

/** When a desk is read next, and on whose behalf. All times are monotonic ms; `now` is always given. */
export class ReadPlan {
  readonly #options: PlanOptions;
  #dueMs: number;
  /** Until then not even a viewer can ask for a round. */
  #firmUntilMs: number;
  #lookedMs: number | null = null;
  #askedMs: number | null = null;
  #succeededMs: number | null = null;
  #failures = 0;
  #isFirst = true;

  constructor(options: PlanOptions, now: number) {
    this.#options = options;
    this.#dueMs = now;
    this.#firmUntilMs = now;
  }

  /** Negative or 0: the next round is due, if anybody wants it. */
  dueIn(now: number): number {
    return this.#dueMs - now;
  }

  /** A round is due and wanted. The first of a process needs nobody to look. */
  mustRead(now: number): boolean {
    const wanted = this.#options.pollWhenIdle || this.#isFirst || this.isWatched(now);
    return wanted && this.dueIn(now) <= 0;
  }

  isWatched(now: number): boolean {
    const heldMs = Math.max(2 * this.#options.refreshMs, WATCHED_MS);
    return this.#lookedMs !== null && now - this.#lookedMs <= heldMs;
  }

  look(now: number): void {
    this.#lookedMs = Math.max(now, this.#lookedMs ?? now);
  }

  state(now: number): PlanState {
    return {
      dueInMs: this.#dueMs - now,
      firmForMs: this.#firmUntilMs - now,
      failures: this.#failures,
      sinceSuccessMs: this.sinceSuccess(now),
    };
  }

  /** Goes on from what another process has read, with the waits that Feishu has asked it for. */
  adopt({ dueInMs, firmForMs, failures, sinceSuccessMs }: PlanState, now: number): void {
    this.#isFirst = false;
    this.#dueMs = now + dueInMs;
    this.#firmUntilMs = now + firmForMs;
    this.#failures = failures;
    this.#succeededMs = sinceSuccessMs === null ? null : now - sinceSuccessMs;
  }

  /** A viewer asks for a round now. False: one was asked for within the interval, or a wait is in force. */
  ask(now: number): boolean {
    const recently = this.#askedMs !== null && now - this.#askedMs < this.#options.refreshMs;
    if (recently || now < this.#firmUntilMs) return false;
    this.#askedMs = now;
    this.#dueMs = now;
    return true;
  }

  /** A round that started at `startedMs` is over. One that read all but the removed agents is no failed round. */
  settle({ lists, failure }: Pick<Round, "lists" | "failure">, startedMs: number, now: number): void {
    const { refreshMs, random } = this.#options;
    this.#isFirst = false;
    this.#failures = lists === null ? this.#failures + 1 : 0;
    if (lists !== null) this.#succeededMs = now;
    const usualMs = Math.max(startedMs + refreshMs, now + BREATH_MS);
    const wait =
      failure === null ? null : waitAfter(failure, Math.max(1, this.#failures), refreshMs, random());
    const waits = wait !== null && (wait.firm || lists === null);
    this.#dueMs = waits ? now + wait.ms : usualMs;
    this.#firmUntilMs = wait?.firm ? this.#dueMs : now;
  }

  get lastRoundFailed(): boolean {
    return this.#failures > 0;
  }

  /** Age of the last success of this process; null: none yet. */
  sinceSuccess(now: number): number | null {
    return this.#succeededMs === null ? null : now - this.#succeededMs;
  }
}
