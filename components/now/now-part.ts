import type { Telling } from "#components/agent/agent-facts.ts";
import type { RosterJson } from "#lib/contract/roster.ts";
import type { DeskNow } from "./use-desk-now.ts";

/** What every part of a page about the present is drawn from. */
export interface NowPart {
  readonly desk: DeskNow;
  readonly roster: RosterJson;
  readonly telling: Telling;
  /** The data is no longer the present. */
  readonly aged: boolean;
}
