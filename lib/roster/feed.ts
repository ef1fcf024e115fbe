import "server-only";
import type { ProblemCode } from "#lib/contract/roster.ts";
import { asInstant } from "#lib/schedule/types.ts";
import { type RoundNews, tellOfKept } from "./bulletin.ts";
import type { FeedOptions } from "./feed-options.ts";
import { NO_MEMORY, type RoundMemory } from "./memory.ts";
import { ReadFailure } from "./ports.ts";
import { DeskProblem } from "./problem.ts";
import { Publication } from "./publication.ts";
import { ReadPlan } from "./read-plan.ts";
import { ALONE, type FollowedRoster, type Replication } from "./replication.ts";
import { failedRound, type Round, readRound } from "./round.ts";
import { type FeedState, freshnessOf } from "./state.ts";
import { BREATH_MS } from "./waits.ts";

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
  readonly #replication: Replication;
  /**
   * When the last round began, monotonic, if it read the statuses; null: nobody was looking. Who takes over a roster
   * that another process has just read may set it to when that round began.
   */
  #watchedMs: number | null = null;
  #memory: RoundMemory = NO_MEMORY;
  readonly #problem = new DeskProblem();
  #reading = false;
  #loop: Promise<void> | null = null;
  #roundOver = Promise.withResolvers<void>();
  #wake = new AbortController();
  readonly #stop = new AbortController();

  constructor(options: FeedOptions) {
    this.#options = options;
    this.#plan = new ReadPlan(options, options.clock.monotonicMs());
    this.#replication = options.replication ?? ALONE;
    this.#publication = new Publication({
      ...options,
      holder: this.#replication.holder,
      onFault: (error) => this.#report(error),
    });
  }

  /** Starts reading; the first round is at once. */
  start(): void {
    this.#loop ??= this.#run();
  }

  /** Resolves after the round that is running; another process may read the desk at once. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#wake.abort();
    await Promise.all([this.#replication.stop(), this.#loop]);
    await this.#publication.settled();
  }

  /** Somebody looks: the desk goes on being read, and is read at once if its data is old. */
  look(): void {
    this.#options.observer.onLook(this.#options.desk);
    this.#replication.look(!this.#plan.isWatched(this.#nowMs()));
    this.#plan.look(this.#nowMs());
    if (this.#mustRead()) this.#wake.abort();
  }

  /** A viewer asks for a round now. False: one runs, was asked for within the interval, or must wait. */
  refresh(): boolean {
    this.look();
    if (this.#reading || !this.#plan.ask(this.#nowMs())) return false;
    if (this.#replication.isReader()) this.#wake.abort();
    else this.#replication.ask();
    return true;
  }

  /** Resolves once the round that runs, or is about to, is over, or after `boundMs`; at once with a roster or no round. */
  async firstRoster(boundMs: number): Promise<void> {
    if (this.#publication.roster !== null || !(this.#isReading() || this.#isFollowing())) return;
    const enough = new AbortController();
    await Promise.race([this.#roundOver.promise, this.#options.clock.sleep(boundMs, enough.signal)]);
    enough.abort();
  }

  state(): FeedState {
    const now = this.#nowMs();
    const dueMs = Math.max(0, this.#plan.dueIn(now));
    // What another process reads is here a moment later.
    const waitMs = this.#isReading() ? BREATH_MS : dueMs + (this.#isFollowing() ? BREATH_MS : 0);
    return {
      desk: this.#options.desk,
      roster: this.#publication.roster,
      fetchedAt: this.#publication.fetchedAt,
      problem: this.#problem.current,
      nextReadAt: asInstant(Math.round(this.#options.clock.now() + waitMs)),
      freshness: freshnessOf({
        lastRoundFailed: this.#plan.lastRoundFailed,
        sinceSuccessMs: this.#plan.sinceSuccess(now),
        refreshMs: this.#options.refreshMs,
        watched: this.#plan.isWatched(now),
      }),
      isReader: this.#replication.isReader(),
    };
  }

  #nowMs(): number {
    return this.#options.clock.monotonicMs();
  }

  #isReading(): boolean {
    return this.#reading || (this.#loop !== null && this.#mustRead());
  }

  #isFollowing(): boolean {
    return this.#loop !== null && !this.#stop.signal.aborted && !this.#replication.isReader();
  }

  #mustRead(now = this.#nowMs()): boolean {
    return this.#replication.isReader() && this.#plan.mustRead(now);
  }

  async #run(): Promise<void> {
    await this.#publication.restore(() => this.#options.clock.now());
    await this.#replication.start({
      news: () => tellOfKept(this.#news(), this.#publication.keptLagMs),
      sinceSuccessMs: () => this.#plan.sinceSuccess(this.#nowMs()),
      follow: (news, roster) => this.#follow(news, roster),
      heardLook: (agoMs) => this.#heardLook(agoMs),
      heardAsk: () => {
        if (!this.#reading && this.#plan.ask(this.#nowMs())) this.#wake.abort();
      },
      wake: () => this.#wake.abort(),
    });
    for (;;) {
      await this.#untilDue();
      if (this.#stop.signal.aborted) return;
      await this.#read();
    }
  }

  async #untilDue(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      // One moment for both questions: between two a round may come due, and would be slept through.
      const now = this.#nowMs();
      if (this.#mustRead(now)) return;
      this.#wake = new AbortController();
      const waitMs = this.#replication.isReader() ? this.#plan.dueIn(now) : 0;
      await this.#options.clock.sleep(waitMs > 0 ? waitMs : IDLE_SLEEP_MS, this.#wake.signal);
    }
  }

  #news(): RoundNews {
    const now = this.#nowMs();
    return {
      plan: this.#plan.state(now),
      problem: this.#problem.current,
      fetchedAt: this.#publication.fetchedAt,
      watchedAgoMs: this.#watchedMs === null ? null : now - this.#watchedMs,
    };
  }

  /** Another process reads the desk: what it knows is what we know. */
  #follow({ plan, problem, fetchedAt, watchedAgoMs }: RoundNews, followed: FollowedRoster | null): void {
    const now = this.#nowMs();
    const readAt = fetchedAt ?? followed?.fetchedAt;
    if (readAt !== undefined) this.#publication.adopt(followed?.roster ?? null, readAt);
    this.#plan.adopt(plan, now);
    this.#problem.adopt(problem);
    this.#watchedMs = watchedAgoMs === null ? null : now - watchedAgoMs;
    this.#memory = NO_MEMORY;
    this.#endRound();
  }

  #heardLook(agoMs: number): void {
    this.#plan.look(this.#nowMs() - agoMs);
    if (this.#mustRead()) this.#wake.abort();
  }

  async #read(): Promise<void> {
    const { desk, observer } = this.#options;
    const startedMs = this.#nowMs();
    this.#reading = true;
    const read = await this.#readRound(startedMs);
    // Whoever has lost the desk meanwhile must not show something older than its new reader does.
    const round = this.#replication.isReader() ? await this.#publish(read, startedMs) : null;
    if (round !== null) {
      this.#settle(round, startedMs);
      const agents = this.#publication.roster?.agents.length ?? 0;
      observer.onRound({ desk, problem: round.problem, durationMs: this.#nowMs() - startedMs, agents });
      // The roster first: who hears of it takes up what is kept.
      void this.#publication.settled().then(() => this.#replication.tell());
    }
    this.#reading = false;
    this.#endRound();
  }

  #settle(round: Round, startedMs: number): void {
    this.#watchedMs = round.lists === null ? null : startedMs;
    this.#memory = round.memory;
    if (round.failure === null || round.problem === null) this.#problem.adopt(null);
    else this.#noteProblem(round.problem, round.failure);
    this.#plan.settle(round, startedMs, this.#nowMs());
  }

  #endRound(): void {
    this.#roundOver.resolve();
    this.#roundOver = Promise.withResolvers();
  }

  #readRound(startedMs: number): Promise<Round> {
    const { desk, reader, observer } = this.#options;
    const { roster } = this.#publication;
    const hadAgents = roster?.agents.some(({ status }) => status !== "removed") ?? false;
    const memory = this.#memory.present === null ? { ...this.#memory, hadAgents } : this.#memory;
    return readRound(reader, memory, startedMs, {
      onFailedAttempt: (problem, failure) => {
        this.#noteProblem(problem, failure);
        observer.onFailedAttempt(desk, problem, failure);
      },
      onUnexpected: (error) => this.#report(error),
    });
  }

  /** How the round has ended; null: another process has read the desk meanwhile, and this round counts for nothing. */
  async #publish(round: Round, startedMs: number): Promise<Round | null> {
    if (round.lists === null) return round;
    const { present, removed } = round.lists;
    const { clock, refreshMs } = this.#options;
    const watched = this.#watchedMs !== null && startedMs - this.#watchedMs <= 2 * refreshMs;
    try {
      const isOurs = await this.#publication.publish(present, removed, () => clock.now(), watched);
      return isOurs ? round : null;
    } catch (error) {
      this.#report(error);
      return failedRound(
        round.memory,
        new ReadFailure("unreadable_answer", "The answer could not be merged."),
      );
    }
  }

  #noteProblem(code: ProblemCode, failure: ReadFailure): void {
    const before = this.#problem.current;
    this.#problem.note(code, failure, this.#options.clock.now());
    if (this.#problem.current !== before) this.#replication.tell();
  }

  #report(error: unknown): void {
    this.#options.observer.onUnexpected(this.#options.desk, error);
  }
}
