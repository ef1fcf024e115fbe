import "server-only";
import type { StorageState, StoreFault } from "#lib/contract/storage.ts";
import type { Clock } from "#lib/roster/ports.ts";
import type { Store, WatchedStore } from "#lib/roster/store-port.ts";
import type { Instant } from "#lib/schedule/types.ts";
import { isLost, StoreFailure } from "./failure.ts";

export interface ReopeningOptions {
  readonly engine: StorageState["engine"];
  /** Rejects with a `StoreFailure`. */
  readonly open: () => Promise<Store>;
  readonly clock: Clock;
  readonly observer: StoreObserver;
  readonly news: News;
}

/** How processes hear of one another; it comes and goes by itself. */
export interface News {
  /** Returns what ends it. */
  onNews(listener: () => void): () => void;
  close(): Promise<void>;
}

/** Where there is one process. */
export const NO_NEWS: News = { onNews: () => () => undefined, close: async () => undefined };

/** Told when the store becomes unusable, otherwise unusable, or usable again; not of each call that fails meanwhile. */
export interface StoreObserver {
  onFault(fault: StoreFault, reason: string): void;
  onRecovery(): void;
}

/** The first attempt to open a lost store anew, and the rhythm to which the waits double. */
export const FIRST_REOPEN_MS = 500;
export const LAST_REOPEN_MS = 10_000;

/**
 * A store that may come and go. What is asked of it while it is away rejects at once, so that nobody waits for a
 * database that is down; it is opened anew by itself, and with every opening its version is looked at again. What is
 * asked before the first opening has ended waits for that.
 */
export function createReopeningStore(options: ReopeningOptions): WatchedStore {
  const keeper = new Keeper(options);
  const on = (topic: string) => ({ read: keeper.doing("read", topic), write: keeper.doing("write", topic) });
  const rosters = (deskKey: string) => on(`roster ${deskKey}`);
  const changes = on("changes");
  const tokens = on("tokens");
  const calls = on("calls");
  const leases = on("leases");
  const desks = on("desks");
  const calendars = on("calendars");
  return {
    loadRoster: (deskKey) => rosters(deskKey).read((store) => store.loadRoster(deskKey)),
    saveRoster: (deskKey, stored, holder) =>
      rosters(deskKey).write((store) => store.saveRoster(deskKey, stored, holder)),
    dropRosters: (before, deskKeys) => on("rosters").write((store) => store.dropRosters(before, deskKeys)),
    addStatusChanges: (deskKey, seen, holder) =>
      changes.write((store) => store.addStatusChanges(deskKey, seen, holder)),
    listStatusChanges: (deskKey, from, to) =>
      changes.read((store) => store.listStatusChanges(deskKey, from, to)),
    dropStatusChanges: (before) => changes.write((store) => store.dropStatusChanges(before)),
    useOnce: (id, untilAt) => tokens.write((store) => store.useOnce(id, untilAt)),
    dropTokenUses: (before) => tokens.write((store) => store.dropTokenUses(before)),
    addCalls: (month, count) => calls.write((store) => store.addCalls(month, count)),
    countCalls: (month) => calls.read((store) => store.countCalls(month)),
    holdLease: (name, holder, ttlMs) => leases.write((store) => store.holdLease(name, holder, ttlMs)),
    releaseLease: (name, holder) => leases.write((store) => store.releaseLease(name, holder)),
    listCalendars: () => calendars.read((store) => store.listCalendars()),
    addCalendar: (feed) => calendars.write((store) => store.addCalendar(feed)),
    removeCalendar: (id) => calendars.write((store) => store.removeCalendar(id)),
    holdDesk: (deskKey, holder, ttlMs) => leases.write((store) => store.holdDesk(deskKey, holder, ttlMs)),
    releaseDesk: (deskKey, holder) => leases.write((store) => store.releaseDesk(deskKey, holder)),
    postBulletin: (deskKey, bulletin, holder) =>
      desks.write((store) => store.postBulletin(deskKey, bulletin, holder)),
    noteLook: (deskKey, tell) => desks.write((store) => store.noteLook(deskKey, tell)),
    askRound: (deskKey) => desks.write((store) => store.askRound(deskKey)),
    readShared: (deskKey) => desks.read((store) => store.readShared(deskKey)),
    storage: () => keeper.state(),
    onNews: (listener) => options.news.onNews(listener),
    close: async () => {
      await options.news.close();
      await keeper.close();
    },
  };
}

/** Reading may go well on a disk on which nothing can be written, so that each is judged by itself. */
type Kind = "read" | "write";

interface Fault {
  readonly failure: StoreFailure;
  readonly sinceAt: Instant;
}

/** Faults of one thing that is kept; any other concerns all that is read, or all that is written. */
const OF_TOPIC: ReadonlySet<StoreFault> = new Set<StoreFault>(["unreadable_row", "internal"]);
/** That it could be opened says nothing of these: only a write that goes well does. */
const UNWRITABLE: ReadonlySet<StoreFault> = new Set<StoreFault>(["read_only", "full"]);

class Keeper {
  readonly #options: ReopeningOptions;
  /** By topic, or by kind. */
  readonly #faults = new Map<string, Fault>();
  readonly #closing = new AbortController();
  readonly #first: Promise<void>;
  #store: Store | null = null;
  #reopening: Promise<void> | null = null;

  constructor(options: ReopeningOptions) {
    this.#options = options;
    this.#first = this.#attempt().then(() => this.#reopenIfNeeded());
  }

  doing(kind: Kind, topic: string) {
    return async <T>(ask: (store: Store) => Promise<T>): Promise<T> => {
      await this.#first;
      const store = this.#store;
      if (store === null) throw this.#fault()?.failure ?? new StoreFailure("unreachable", "CLOSED");
      try {
        const answer = await ask(store);
        this.#clear((key) => key === kind || key === topic);
        return answer;
      } catch (error) {
        const failure = toFailure(error);
        this.#note(OF_TOPIC.has(failure.fault) ? topic : kind, failure);
        if (isLost(failure.fault) && this.#store === store) this.#hold(null);
        this.#reopenIfNeeded();
        throw failure;
      }
    };
  }

  state(): StorageState {
    const fault = this.#fault();
    return {
      engine: this.#options.engine,
      fault: fault?.failure.fault ?? null,
      since: fault === null ? null : new Date(fault.sinceAt).toISOString(),
    };
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#first;
    await this.#reopening;
    const store = this.#store;
    this.#store = null;
    await store?.close();
  }

  async #attempt(): Promise<void> {
    try {
      this.#hold(await this.#options.open());
      this.#clear((_, fault) => !UNWRITABLE.has(fault));
    } catch (error) {
      this.#note("write", toFailure(error));
    }
  }

  #hold(store: Store | null): void {
    // Closing may take as long as what is still asked of it, and fails where all is broken.
    this.#store?.close().catch(() => undefined);
    this.#store = store;
  }

  /** A store that was opened on a disk on which nothing can be written does not notice when that has passed. */
  #mustReopen(): boolean {
    const stuck = this.#faults.get("write")?.failure.fault === "read_only";
    return (this.#store === null || stuck) && !this.#closing.signal.aborted;
  }

  #reopenIfNeeded(): void {
    if (this.#reopening !== null || !this.#mustReopen()) return;
    this.#reopening = this.#reopen().finally(() => {
      this.#reopening = null;
    });
  }

  async #reopen(): Promise<void> {
    for (let waitMs = FIRST_REOPEN_MS; this.#mustReopen(); waitMs = Math.min(waitMs * 2, LAST_REOPEN_MS)) {
      await this.#options.clock.sleep(waitMs, this.#closing.signal);
      if (this.#mustReopen()) await this.#attempt();
    }
  }

  /** What concerns all comes before what concerns one thing. */
  #fault(): Fault | null {
    const [any] = this.#faults.values();
    return this.#faults.get("write") ?? this.#faults.get("read") ?? any ?? null;
  }

  #note(key: string, failure: StoreFailure): void {
    const told = this.#faults.get(key)?.failure.fault === failure.fault;
    const sinceAt = this.#fault()?.sinceAt ?? this.#options.clock.now();
    this.#faults.set(key, { failure, sinceAt });
    if (!told) this.#options.observer.onFault(failure.fault, failure.reason);
  }

  #clear(concerns: (key: string, fault: StoreFault) => boolean): void {
    const before = this.#faults.size;
    for (const [key, { failure }] of this.#faults) {
      if (concerns(key, failure.fault)) this.#faults.delete(key);
    }
    if (before > 0 && this.#faults.size === 0) this.#options.observer.onRecovery();
  }
}

const toFailure = (error: unknown) => (error instanceof StoreFailure ? error : new StoreFailure("internal"));
