import type { ProblemCode } from "#lib/contract/roster.ts";
import type { Desk } from "#lib/schedule/types.ts";
import type { Clock, ReadDesk, ReadFailure } from "./ports.ts";
import type { PublicationOptions } from "./publication.ts";
import type { PlanOptions } from "./read-plan.ts";
import type { Replication } from "./replication.ts";

export interface FeedOptions extends PlanOptions, Pick<PublicationOptions, "desk" | "store" | "history"> {
  readonly reader: ReadDesk;
  readonly clock: Clock;
  readonly observer: FeedObserver;
  /** With whom the reading is shared; default: nobody. */
  readonly replication?: Replication;
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
