import "server-only";
import { readBulletin, writeBulletin } from "./bulletin.ts";
import type { Clock, RosterStore } from "./ports.ts";
import type { Replication, SharedFeed } from "./replication.ts";
import type { SharedDesk, SharedDesks } from "./store-port.ts";

export interface ReplicaOptions {
  readonly deskKey: string;
  readonly store: SharedDesks &
    Pick<RosterStore, "loadRoster"> & { onNews(listener: () => void): () => void };
  readonly clock: Clock;
  /** Names this process, and no other one. */
  readonly holder: string;
  readonly refreshMs: number;
  /** In [0, 1). */
  readonly random: () => number;
  readonly onFault: (error: unknown) => void;
}

/** How long a desk is held without a renewal, at most; a death is noticed after that. */
const LONGEST_HOLD_MS = 15_000;
/** Renewals, and looks at what the others say, within that time. */
const BEATS_PER_HOLD = 5;
/** While nobody is known to read the desk. */
const UNSURE_BEAT_MS = 500;

/**
 * One desk, shared with other processes over the store (docs/adr/0013-one-poller-several-replicas.md). Whoever holds the
 * desk reads it and posts what it knows; the others follow. Each beat asks to hold it, tells what is to be told, and
 * takes up what the others have said. Without the store nobody knows who reads: whoever did goes on, and another begins
 * once what it has is older than two intervals.
 */
export class Replica implements Replication {
  readonly holder: string;
  readonly #options: ReplicaOptions;
  readonly #ttlMs: number;
  /** So that replicas that lose the store together do not all begin to read at once. */
  readonly #spreadMs: number;
  readonly #stop = new AbortController();
  #wake = new AbortController();
  #feed: SharedFeed | null = null;
  #loop: Promise<void> | null = null;
  #unsubscribe: () => void = () => undefined;
  /** Monotonic. */
  #heldUntilMs = Number.NEGATIVE_INFINITY;
  /** The store is away; it `goesOn` where this process read the desk until then. */
  #lost: { readonly goesOn: boolean } | null = null;
  #wasReader = false;
  #telling = false;
  #asking = false;
  #looking: "no" | "yes" | "news" = "no";
  #hasNews = false;
  #heard: SharedDesk | null = null;
  #followed: { readonly rosterMark: string | null; readonly postedAt: number } | null = null;
  /** Whoever holds the desk has renewed it before our eyes: it is not a process that has died. */
  #isHolderAlive = false;

  constructor(options: ReplicaOptions) {
    this.holder = options.holder;
    this.#options = options;
    this.#ttlMs = Math.min(options.refreshMs, LONGEST_HOLD_MS);
    this.#spreadMs = options.random() * options.refreshMs;
  }

  async start(feed: SharedFeed): Promise<void> {
    if (this.#loop !== null || this.#stop.signal.aborted) return;
    this.#feed = feed;
    this.#unsubscribe = this.#options.store.onNews(() => this.#nudge());
    const first = this.#beat(feed);
    this.#loop = first.then(() => this.#run(feed));
    await first;
  }

  async stop(): Promise<void> {
    if (this.#stop.signal.aborted) return;
    this.#stop.abort();
    this.#unsubscribe();
    this.#nudge();
    await this.#loop;
    this.#heldUntilMs = Number.NEGATIVE_INFINITY;
    const { store, deskKey, onFault } = this.#options;
    if (this.#lost === null) await store.releaseDesk(deskKey, this.holder).catch(onFault);
  }

  isReader(): boolean {
    if (this.#stop.signal.aborted) return false;
    if (this.#nowMs() < this.#heldUntilMs) return true;
    return this.#lost !== null && (this.#lost.goesOn || this.#isOutOfDate());
  }

  look(isNews: boolean): void {
    if (isNews) this.#looking = "news";
    else if (this.#looking === "no") this.#looking = "yes";
    if (isNews && !this.isReader()) this.#nudge();
  }

  ask(): void {
    this.#asking = true;
    this.#nudge();
  }

  tell(): void {
    this.#telling = true;
    this.#nudge();
  }

  async #run(feed: SharedFeed): Promise<void> {
    while (!this.#stop.signal.aborted) {
      this.#wake = new AbortController();
      const isUnsure = this.#lost === null && !this.#isHolderAlive && !this.isReader();
      const beatMs = isUnsure ? UNSURE_BEAT_MS : this.#ttlMs / BEATS_PER_HOLD;
      // What came between the last beat and this line wakes nobody any more.
      if (!this.#hasNews) await this.#options.clock.sleep(beatMs, this.#wake.signal);
      if (!this.#stop.signal.aborted) await this.#beat(feed);
    }
  }

  /** Never rejects. */
  async #beat(feed: SharedFeed): Promise<void> {
    const startedMs = this.#nowMs();
    const { store, deskKey, holder, onFault } = this.#options;
    this.#hasNews = false;
    let goesOn = this.#lost?.goesOn ?? this.#wasReader;
    try {
      const holds = await store.holdDesk(deskKey, holder, this.#ttlMs);
      this.#heldUntilMs = holds ? startedMs + this.#ttlMs : Number.NEGATIVE_INFINITY;
      goesOn = holds;
      await this.#say(holds, feed);
      await this.#hear(holds, feed);
      this.#lost = null;
    } catch (error) {
      this.#lost = { goesOn };
      onFault(error);
    }
    const isReader = this.isReader();
    if (isReader !== this.#wasReader) feed.wake();
    this.#wasReader = isReader;
  }

  /** Tells what is to be told; what fails is told at the next beat. */
  async #say(holds: boolean, feed: SharedFeed): Promise<void> {
    const { store, deskKey, holder, clock } = this.#options;
    const looking = this.#looking;
    if (looking !== "no") {
      if (!holds) await store.noteLook(deskKey, looking === "news");
      if (this.#looking === looking) this.#looking = "no";
    }
    if (this.#asking) {
      if (holds) feed.heardAsk();
      else await store.askRound(deskKey);
      this.#asking = false;
    }
    if (!this.#telling || !holds) return;
    this.#telling = false;
    try {
      await store.postBulletin(deskKey, writeBulletin(feed.news(), clock.now()), holder);
    } catch (error) {
      this.#telling = true;
      throw error;
    }
  }

  async #hear(holds: boolean, feed: SharedFeed): Promise<void> {
    const before = this.#heard;
    const shared = await this.#options.store.readShared(this.#options.deskKey);
    this.#heard = shared;
    if (shared.lookedAgoMs !== null) feed.heardLook(shared.lookedAgoMs);
    if (holds) {
      if (before !== null && before.askedMark !== shared.askedMark) feed.heardAsk();
      this.#followed = null;
      this.#isHolderAlive = false;
      return;
    }
    this.#isHolderAlive ||= isRenewed(before, shared);
    if (this.#isHolderAlive) await this.#follow(shared, feed);
  }

  async #follow({ bulletin, postedAgoMs, rosterMark }: SharedDesk, feed: SharedFeed): Promise<void> {
    if (bulletin === null || postedAgoMs === null) return;
    const { store, deskKey, clock } = this.#options;
    const isKnown = this.#followed !== null && this.#followed.rosterMark === rosterMark;
    if (isKnown && this.#followed?.postedAt === bulletin.postedAt) return;
    const askedMs = this.#nowMs();
    const roster = isKnown ? null : await store.loadRoster(deskKey);
    const agoMs = postedAgoMs + this.#nowMs() - askedMs;
    feed.follow(readBulletin(bulletin, agoMs, clock.now()), roster);
    this.#followed = { rosterMark, postedAt: bulletin.postedAt };
  }

  #isOutOfDate(): boolean {
    const age = this.#feed?.sinceSuccessMs() ?? null;
    return age === null || age > 2 * this.#options.refreshMs + this.#spreadMs;
  }

  #nudge(): void {
    this.#hasNews = true;
    this.#wake.abort();
  }

  #nowMs(): number {
    return this.#options.clock.monotonicMs();
  }
}

function isRenewed(before: SharedDesk | null, now: SharedDesk): boolean {
  return before !== null && now.holdMark !== null && now.holdMark !== before.holdMark;
}
