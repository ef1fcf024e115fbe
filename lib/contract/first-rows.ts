import type { Outline } from "#lib/schedule/outline.ts";
import type { Instant } from "#lib/schedule/types.ts";
import type { RosterJson } from "./roster.ts";

/** The roster as far as a page itself brings it, so that its first rows need no request of their own. */
export interface FirstRows {
  /** The viewer's shape of it, with the agents of the first rows alone. */
  readonly roster: RosterJson;
  /** What is said of all the others. */
  readonly outline: Outline;
  /** All of a small roster; null: the rest is fetched. */
  readonly whole: WholeText | null;
  readonly fetchedAt: Instant;
  readonly servedAt: Instant;
  readonly nextReadAt: Instant;
}

/** The body of `GET /api/roster` as text, so that a page can be taken over before it is read, and its version. */
export interface WholeText {
  readonly text: string;
  readonly etag: string;
}
