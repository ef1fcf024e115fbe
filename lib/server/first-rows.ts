import "server-only";
import type { Viewer } from "#lib/auth/viewer.ts";
import type { FirstRows } from "#lib/contract/first-rows.ts";
import { rosterPath } from "#lib/contract/roster.ts";
import { parseView } from "#lib/contract/view.ts";
import { readFirstRows } from "#lib/roster/read-first-rows.ts";
import { readPageRequest } from "./page-request.ts";
import { getRuntime } from "./runtime.ts";

export interface BoardRows {
  /** Null before the desk has been read once. */
  readonly first: FirstRows | null;
  /** Where the rest of the roster is; null where the page holds all of it. */
  readonly rest: string | null;
}

/** What the board's page brings of the roster for this viewer and this address. Asked after the guard. */
export async function readBoardRows(viewer: Viewer): Promise<BoardRows> {
  const [{ roster, settings }, { search, site }] = await Promise.all([getRuntime(), readPageRequest()]);
  const { view } = parseView(new URLSearchParams(search));
  const input = { deskKey: view.desk, shape: viewer, query: view, now: site.renderedAt };
  const first = await readFirstRows(roster, input);
  const isWhole = first !== null && first.whole !== null;
  const named = site.desks.find(({ key }) => key === view.desk) ?? site.desks[0];
  return { first, rest: isWhole ? null : settings.basePath + rosterPath(named.key) };
}
