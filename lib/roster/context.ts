import type { CoveragePlan } from "#lib/schedule/coverage-plan.ts";
import type { RosterChanges } from "./changes.ts";
import type { Documents } from "./documents.ts";
import type { Feed } from "./feed.ts";
import type { Clock } from "./ports.ts";

/** What the verbs of this room work on; made once a process by lib/server/runtime.ts. */
export interface RosterContext {
  /** By desk key, in the order of the settings; never empty. */
  readonly desks: ReadonlyMap<string, DeskSource>;
  readonly clock: Pick<Clock, "now">;
  /** How long a look waits for the first roster of a cold process. */
  readonly firstWaitMs: number;
}

export interface DeskSource {
  readonly feed: Feed;
  readonly documents: Documents;
  readonly changes: RosterChanges;
  /** Opening hours, minimums, holidays and leave; null where no file names any. */
  readonly plan: CoveragePlan | null;
}
