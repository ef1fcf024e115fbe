import type { Remedy } from "#lib/contract/remedies.ts";
import type { ProblemCode } from "#lib/contract/roster.ts";
import type { Agent, Instant, Roster, Skill } from "#lib/schedule/types.ts";

/** What the feed needs of the world, so that it can be tested without one. */

/** An agent as Feishu describes it, before the product adds keys to order and search by and its own memory. */
export type ReadAgent = Omit<Agent, "sortKey" | "searchKeys" | "statusSince">;

/** One agent of one call (records with the same id already united), with what of it could not be read. */
export interface ReadRecord {
  readonly agent: ReadAgent;
  readonly skills: readonly Skill[];
  readonly setAside: { readonly rules: number; readonly skills: number };
}

/** The answer to one call: every record is here or counted. */
export interface ReadList {
  readonly records: readonly ReadRecord[];
  /** Records without an id. */
  readonly setAsideAgents: number;
}

/** Both calls reject with a `ReadFailure`; a failure never looks like an empty list. */
export interface ReadDesk {
  /** Statuses 1 to 3: those who work here. */
  readPresent(hooks: ReadHooks): Promise<ReadList>;
  /** Status 4: all come back as `removed`, whatever status they carry. */
  readRemoved(hooks: ReadHooks): Promise<ReadList>;
}

export interface ReadHooks {
  /** Called at each failed attempt, also when a later one of the same call succeeds. */
  onFailedAttempt(failure: ReadFailure): void;
}

/** Why a call failed, as far as the feed must know to plan the next one. Holds no secret. */
export class ReadFailure extends Error {
  override readonly name: string = "ReadFailure";
  readonly problem: ProblemCode;
  readonly logId: string | null;
  /** How long Feishu asked us to wait, in ms; null: it did not say. */
  readonly waitMs: number | null;
  /** What an administrator should look at; null: nothing in particular. */
  readonly remedy: Remedy | null;

  constructor(
    problem: ProblemCode,
    message: string,
    details: Partial<Pick<ReadFailure, "logId" | "waitMs" | "remedy">> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.problem = problem;
    this.logId = details.logId ?? null;
    this.waitMs = details.waitMs ?? null;
    this.remedy = details.remedy ?? null;
  }
}

/** Wall clock for what is shown, monotonic milliseconds for ages and waits. */
export interface Clock {
  now(): Instant;
  monotonicMs(): number;
  /** Resolves after `ms`, or at once when `signal` aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** What a calendar subscription holds: one agent, or all who hold a skill or belong to a department. Never changed. */
export interface CalendarScope {
  readonly kind: "agent" | "skill" | "department";
  /** An agent's or a skill's id, or a department's name. */
  readonly value: string;
}

/** A calendar subscription as it is kept. The secret of its address is known to nobody but who made it. */
export interface CalendarFeed {
  readonly id: string;
  /** SHA-256 of the secret, base64url. */
  readonly secretHash: string;
  readonly deskKey: string;
  readonly scope: CalendarScope;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** Who made it; null where nobody told us. */
  readonly createdBy: string | null;
}

/** Where calendar subscriptions outlive the process. A store that cannot be read rejects: it is never an empty one. */
export interface CalendarFeedStore {
  /** In the order in which they were made. */
  listCalendars(): Promise<readonly CalendarFeed[]>;
  addCalendar(feed: CalendarFeed): Promise<void>;
  /** False: there is none of that id. */
  removeCalendar(id: string): Promise<boolean>;
}

/** Where the last good roster outlives the process. */
export interface RosterStore {
  /** Null: none was ever kept. Rejects where one is kept in a shape that we do not know. */
  loadRoster(deskKey: string): Promise<StoredRoster | null>;
  /**
   * Takes the place of the last one; rejects rather than take the place of one that cannot be read. With a `holder`
   * only while that one holds the desk (`SharedDesks`), and otherwise nothing is written: who was held up must not put an
   * old roster in the place of a new one.
   */
  saveRoster(deskKey: string, stored: StoredRoster, holder?: string | null): Promise<void>;
}

export interface StoredRoster {
  readonly roster: Roster;
  readonly fetchedAt: Instant;
}
