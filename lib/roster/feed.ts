import "server-only";
import type { Problem, ProblemCode } from "#lib/contract/roster.ts";
import { asInstant, type Desk } from "#lib/schedule/types.ts";
import { NO_MEMORY, type RoundMemory } from "./memory.ts";
import { type Clock, type ReadDesk, ReadFailure } from "./ports.ts";
import { problemAfter } from "./problem.ts";
import { Publication, type PublicationOptions } from "./publication.ts";
import { type PlanOptions, ReadPlan } from "./read-plan.ts";
import { failedRound, type Round, readRound } from "./round.ts";
import { type FeedState, freshnessOf } from "./state.ts";
import { BREATH_MS } from "./waits.ts";

export interface FeedOptions extends PlanOptions, Pick<PublicationOptions, "desk" | "store" | "history"> {
  readonly reader: ReadDesk;
  readonly clock: Clock;
  readonly observer: FeedObserver;
}

/** Who is told what happens; nothing personal is in it. */
export interface FeedObserver {
  onLook(desk: Desk): void;
  onRound(report: RoundReport): void;
  onFailedAttempt(desk: Desk, problem: ProblemCode, failure: ReadFailure): void;
  /** A fault of ours, or of the store. */
  onUnexpected(desk: Desk, error: unknown): void;
}

export interface RoundReport {
  readonly desk: Desk;
  readonly problem: ProblemCode | null;
  readonly durationMs: number;
  /** How many agents the roster holds after the round. */
  readonly agents: number;
}

/** A sleep that only a look ends still ends by itself, since timers cannot run for ever. */
const IDLE_SLEEP_MS = 3_600_000;

/**
 * Keeps the roster of one desk: reads it in rounds, one at a time, and holds on to the last good one
 * whatever happens (product.md, section 2). Nothing that a reader throws ends it.
 */
export class Feed {
  readonly #options: FeedOptions;
  readonly #plan: ReadPlan;
  readonly #publication: Publication;
  /**
   * When the last round began, monotonic, if it read the statuses; null: nobody was looking. Who takes over a roster
   * that another process has just read may set it to when that round began.
   */
  #watchedMs: number | null = null;
  #memory: RoundMemory = NO_MEMORY;
  #problem: Problem | null = null;
  #reading = false;
  #loop: Promise<void> | null = null;
  #roundOver = Promise.withResolvers<void>();
  #wake = new AbortController();
  readonly #stop = new AbortController();

  constructor(options: FeedOptions) {
    this.#options = options;
    this.#plan = new ReadPlan(options, options.clock.monotonicMs());
    const { desk, store, history } = options;
    this.#publication = new Publication({
      desk,
      store,
      history,
      onFault: (error) => this.#report(error),
    });
  }

  /** Starts reading; the first round is at once. */
  start(): void {
    this.#loop ??= this.#run();
  }

  /** Resolves after the round that is running. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#wake.abort();
    await this.#loop;
    await this.#publication.settled();
  }

  /** Somebody looks: the desk goes on being read, and is read at once if its data is old. */
  look(): void {
    this.#options.observer.onLook(this.#options.desk);
    this.#plan.look(this.#nowMs());
    if (this.#plan.mustRead(this.#nowMs())) this.#wake.abort();
  }

  /** A viewer asks for a round now. False: one runs, was asked for within the interval, or must wait. */
  refresh(): boolean {
    this.look();
    if (this.#reading || !this.#plan.ask(this.#nowMs())) return false;
    this.#wake.abort();
    return true;
  }

  /** Resolves once the round that runs, or is about to, is over, or after `boundMs`; at once with a roster or no round. */
  async firstRoster(boundMs: number): Promise<void> {
    if (this.#publication.roster !== null || !this.#isReading()) return;
    const enough = new AbortController();
    await Promise.race([this.#roundOver.promise, this.#options.clock.sleep(boundMs, enough.signal)]);
    enough.abort();
  }

  state(): FeedState {
    const now = this.#nowMs();
    const waitMs = this.#isReading() ? BREATH_MS : Math.max(0, this.#plan.dueIn(now));
    return {
      desk: this.#options.desk,
      roster: this.#publication.roster,
      fetchedAt: this.#publication.fetchedAt,
      problem: this.#problem,
      nextReadAt: asInstant(Math.round(this.#options.clock.now() + waitMs)),
      freshness: freshnessOf({
        lastRoundFailed: this.#plan.lastRoundFailed,
        sinceSuccessMs: this.#plan.sinceSuccess(now),
        refreshMs: this.#options.refreshMs,
        watched: this.#plan.isWatched(now),
      }),
    };
  }

  #nowMs(): number {
    return this.#options.clock.monotonicMs();
  }

  #isReading(): boolean {
    return this.#reading || (this.#loop !== null && this.#plan.mustRead(this.#nowMs()));
  }

  async #run(): Promise<void> {
    await this.#publication.restore();
    const hadAgents = this.#publication.roster?.agents.some(({ status }) => status !== "removed") ?? false;
    this.#memory = { ...NO_MEMORY, hadAgents };
    for (;;) {
      await this.#untilDue();
      if (this.#stop.signal.aborted) return;
      await this.#read();
    }
  }

  async #untilDue(): Promise<void> {
    while (!this.#stop.signal.aborted && !this.#plan.mustRead(this.#nowMs())) {
      this.#wake = new AbortController();
      const waitMs = this.#plan.dueIn(this.#nowMs());
      await this.#options.clock.sleep(waitMs > 0 ? waitMs : IDLE_SLEEP_MS, this.#wake.signal);
    }
  }

  async #read(): Promise<void> {
    const { desk, observer } = this.#options;
    const startedMs = this.#nowMs();
    this.#reading = true;
    const round = await this.#publish(await this.#readRound(startedMs), startedMs);
    this.#watchedMs = round.lists === null ? null : startedMs;
    this.#memory = round.memory;
    if (round.failure === null || round.problem === null) this.#problem = null;
    else this.#noteProblem(round.problem, round.failure);
    this.#plan.settle(round, startedMs, this.#nowMs());
    this.#reading = false;
    this.#roundOver.resolve();
    this.#roundOver = Promise.withResolvers();
    const agents = this.#publication.roster?.agents.length ?? 0;
    observer.onRound({ desk, problem: round.problem, durationMs: this.#nowMs() - startedMs, agents });
  }

  #readRound(startedMs: number): Promise<Round> {
    const { desk, reader, observer } = this.#options;
    return readRound(reader, this.#memory, startedMs, {
      onFailedAttempt: (problem, failure) => {
        this.#noteProblem(problem, failure);
        observer.onFailedAttempt(desk, problem, failure);
      },
      onUnexpected: (error) => this.#report(error),
    });
  }

  async #publish(round: Round, startedMs: number): Promise<Round> {
    if (round.lists === null) return round;
    const { present, removed } = round.lists;
    const { clock, refreshMs } = this.#options;
    const watched = this.#watchedMs !== null && startedMs - this.#watchedMs <= 2 * refreshMs;
    try {
      await this.#publication.publish(present, removed, () => clock.now(), watched);
      return round;
    } catch (error) {
      this.#report(error);
      return failedRound(
        round.memory,
        new ReadFailure("unreadable_answer", "The answer could not be merged."),
      );
    }
  }

  #noteProblem(code: ProblemCode, failure: ReadFailure): void {
    this.#problem = problemAfter(this.#problem, code, failure, this.#options.clock.now());
  }

  #report(error: unknown): void {
    this.#options.observer.onUnexpected(this.#options.desk, error);
  }
}
