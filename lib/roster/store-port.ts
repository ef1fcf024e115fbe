import type { StorageState } from "#lib/contract/storage.ts";
import type { Instant, Status } from "#lib/schedule/types.ts";
import type { CalendarFeedStore, RosterStore } from "./ports.ts";

/**
 * All that outlives a process, behind one port; lib/store implements it over SQLite and over PostgreSQL, and one
 * suite of tests holds both to what is written here. Every method rejects where the store cannot be reached or
 * cannot be understood: a failed read is never an empty answer. Each call is whole or not at all, and answers only
 * once what it wrote outlives the process.
 */
export interface Store extends RosterStore, CalendarFeedStore, StatusHistory, TokenUses, CallCounts, Leases {
  /** Ends all that is open; nothing may be asked of it afterwards. */
  close(): Promise<void>;
}

/** A store that opens itself anew after a fault, and says how it is. */
export interface WatchedStore extends Store {
  storage(): StorageState;
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
  /** A change of the same agent seen at the same instant is kept once: to add again does no harm. */
  addStatusChanges(deskKey: string, changes: readonly StatusChange[]): Promise<void>;
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
