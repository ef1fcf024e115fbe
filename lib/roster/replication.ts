import type { Instant, Roster } from "#lib/schedule/types.ts";
import type { RoundNews } from "./bulletin.ts";

/** How a feed shares the reading of its desk with those of other processes. */
export interface Replication {
  /** Under which name this process holds desks; null: it shares them with nobody. */
  readonly holder: string | null;
  /** Resolves once it is known whose turn it is. */
  start(feed: SharedFeed): Promise<void>;
  /** Gives the desk back. */
  stop(): Promise<void>;
  /** Whether this process is the one that reads the desk. */
  isReader(): boolean;
  /** Somebody looks at this process; `isNews`: nobody has for some time. */
  look(isNews: boolean): void;
  /** Somebody asks this process for a round, and another reads the desk. */
  ask(): void;
  /** What this process knows has changed. */
  tell(): void;
}

/** What others may do to a feed. */
export interface SharedFeed {
  /** What others are told. */
  news(): RoundNews;
  /** Age of the last success; null: none yet. */
  sinceSuccessMs(): number | null;
  /** Another process reads the desk, and this is what it knows; `roster` is null where it has not changed. */
  follow(news: RoundNews, roster: FollowedRoster | null): void;
  /** Somebody has looked, there. */
  heardLook(agoMs: number): void;
  /** Somebody has asked for a round, there. */
  heardAsk(): void;
  /** Whose turn it is may have changed. */
  wake(): void;
}

export interface FollowedRoster {
  readonly roster: Roster;
  /** By the clock of whoever read it. */
  readonly fetchedAt: Instant;
}

/** A process that shares its desks with nobody. */
export const ALONE: Replication = {
  holder: null,
  start: async () => undefined,
  stop: async () => undefined,
  isReader: () => true,
  look: () => undefined,
  ask: () => undefined,
  tell: () => undefined,
};
