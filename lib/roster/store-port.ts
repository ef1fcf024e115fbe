import type { Problem } from "#lib/contract/roster.ts";
import type { StorageState } from "#lib/contract/storage.ts";
import type { Instant, Status } from "#lib/schedule/types.ts";
import type { CalendarFeedStore, RosterStore } from "./ports.ts";

/**
 * All that outlives a process, behind one port; lib/store implements it over SQLite and over PostgreSQL, and one
 * suite of tests holds both to what is written here. Every method rejects where the store cannot be reached or
 * cannot be understood: a failed read is never an empty answer. Each call is whole or not at all, and answers only
 * once what it wrote outlives the process.
 */
export interface Store
  extends RosterStore,
    RosterRetention,
    CalendarFeedStore,
    StatusHistory,
    TokenUses,
    CallCounts,
    Leases,
    SharedDesks {
  /** Ends all that is open; nothing may be asked of it afterwards. */
  close(): Promise<void>;
}

/** A store that opens itself anew after a fault, and says how it is. */
export interface WatchedStore extends Store {
  storage(): StorageState;
  /** Calls back, soon, whenever another process may have something new. Returns what ends that. */
  onNews(listener: () => void): () => void;
}

export interface RosterRetention {
  /** Forgets the rosters that were read before, but those of `deskKeys`, however old. */
  dropRosters(before: Instant, deskKeys: readonly string[]): Promise<void>;
}

/** A status that was seen to differ from the one before. */
export interface StatusChange {
  readonly agentId: string;
  /** Null: not known, since nobody was looking before. */
  readonly from: Status | null;
  readonly to: Status;
  /** When a round first saw it; the change itself lies up to one interval earlier. */
  readonly seenAt: Instant;
}

/** Who changed to what, and when that was seen; kept for `HISTORY_DAYS`. */
export interface StatusHistory {
  /**
   * A change of the same agent seen at the same instant is kept once: to add again does no harm. With a `holder` only
   * while that one holds the desk (`SharedDesks`): whoever does has seen the same changes, at another instant. False:
   * it does not, and not all was written.
   */
  addStatusChanges(
    deskKey: string,
    changes: readonly StatusChange[],
    holder?: string | null,
  ): Promise<boolean>;
  /** Newest first, seen in `[from, to)`; those of one instant in no order. */
  listStatusChanges(deskKey: string, from: Instant, to: Instant): Promise<readonly StatusChange[]>;
  /** Forgets what was seen before, on every desk. */
  dropStatusChanges(before: Instant): Promise<void>;
}

/** Ids that may be used once, also when several replicas see them at the same moment. */
export interface TokenUses {
  /** True for the first who asks with this id; the id is remembered at least until `untilAt`. */
  useOnce(id: string, untilAt: Instant): Promise<boolean>;
  /** Forgets ids whose `untilAt` lies before. */
  dropTokenUses(before: Instant): Promise<void>;
}

/** How many calls Feishu was asked, by all replicas together, since a plan's quota is counted by the month. */
export interface CallCounts {
  /** `month`: `YYYY-MM`, UTC. */
  addCalls(month: string, calls: number): Promise<void>;
  countCalls(month: string): Promise<number>;
}

/** Who of several replicas does what only one may do. Times are the store's own, so that no replica's clock counts. */
export interface Leases {
  /** True: `holder` has the lease for another `ttlMs`, newly or still. */
  holdLease(name: string, holder: string, ttlMs: number): Promise<boolean>;
  /** Gives it back, if `holder` has it. */
  releaseLease(name: string, holder: string): Promise<void>;
}

/**
 * What replicas share of a desk: one of them holds it and reads it, and tells the others. A length of time here is
 * measured by the store's own clock.
 */
export interface SharedDesks {
  /** True: `holder` is to read the desk for another `ttlMs`, newly or still. */
  holdDesk(deskKey: string, holder: string, ttlMs: number): Promise<boolean>;
  /** Gives it back, if `holder` has it, and tells the others. */
  releaseDesk(deskKey: string, holder: string): Promise<void>;
  /** Tells the others what `holder` knows. False: it does not hold the desk any more, and nothing was written. */
  postBulletin(deskKey: string, bulletin: Bulletin, holder: string): Promise<boolean>;
  /** Somebody looks at the desk. `tell`: nobody did before, so that whoever holds it should hear of it at once. */
  noteLook(deskKey: string, tell: boolean): Promise<void>;
  /** Somebody asks for a round now. */
  askRound(deskKey: string): Promise<void>;
  readShared(deskKey: string): Promise<SharedDesk>;
}

/** What the replica that reads a desk says of its rounds. All instants are by its own clock. */
export interface Bulletin {
  readonly postedAt: Instant;
  readonly problem: Problem | null;
  /** When the roster that is kept was read; null: there is none yet. */
  readonly fetchedAt: Instant | null;
  /** The end of the last round that gave a roster, and the start of the last one, if it did. */
  readonly succeededAt: Instant | null;
  readonly watchedAt: Instant | null;
  /** Failed rounds in a row. */
  readonly failures: number;
  /** When the next round starts, if anybody looks; and until when not even a viewer can ask for one. */
  readonly dueAt: Instant;
  readonly firmUntilAt: Instant;
}

export interface SharedDesk {
  readonly bulletin: Bulletin | null;
  /** How long ago it was posted. */
  readonly postedAgoMs: number | null;
  /** Another text for another roster; null: none is kept. */
  readonly rosterMark: string | null;
  /** How long ago somebody looked, at whatever replica. */
  readonly lookedAgoMs: number | null;
  /** Another number each time somebody asks for a round. */
  readonly askedMark: number | null;
  /** Another text with each renewal: whoever holds the desk is alive. */
  readonly holdMark: string | null;
}
