import "server-only";
import { AppError } from "#lib/errors.ts";
import type { Instant, Roster } from "#lib/schedule/types.ts";
import type { DeskSource, RosterContext } from "./context.ts";
import { type DeskQuestion, findDesk } from "./find-desk.ts";
import type { FeedState } from "./state.ts";

/** The roster is whole: what of it leaves the server, the verb that asks must shape. */
export interface DeskLook extends FeedState {
  readonly source: DeskSource;
  readonly roster: Roster;
  readonly fetchedAt: Instant;
}

/**
 * Looks at a desk, which keeps it being read. On a cold process it waits for the first round, for a bounded time.
 * Throws `not_found`, and `upstream_unavailable` before a first success.
 */
export async function lookAtDesk(context: RosterContext, question: DeskQuestion): Promise<DeskLook> {
  const source = findDesk(context, question);
  source.feed.look();
  await source.feed.firstRoster(context.firstWaitMs);
  const state = source.feed.state();
  const { roster, fetchedAt, problem } = state;
  if (roster === null || fetchedAt === null) {
    const reason = problem === null ? "" : ` (${problem.code})`;
    throw new AppError("upstream_unavailable", `Feishu has not given a roster yet${reason}.`);
  }
  return { ...state, source, roster, fetchedAt };
}
