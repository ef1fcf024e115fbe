import type { Outline } from "#lib/schedule/outline.ts";
import type { Instant } from "#lib/schedule/types.ts";
import type { RosterJson } from "./roster.ts";

/** The roster as far as a page itself brings it, so that its first rows need no request of their own. */
export interface FirstRows {
  /** The viewer's shape of it; whole unless there is an outline, else with the agents of the first rows alone. */
  readonly roster: RosterJson;
  /** Of the whole roster, where this is it. */
  readonly etag: string | null;
  readonly outline: Outline | null;
  readonly fetchedAt: Instant;
  readonly servedAt: Instant;
  readonly nextReadAt: Instant;
}
