import "server-only";
import { AppError } from "#lib/errors.ts";
import type { Instant } from "#lib/schedule/types.ts";
import type { RosterContext } from "./context.ts";
import type { RosterDocument, Shape } from "./documents.ts";
import { findDesk } from "./find-desk.ts";

export interface RosterAnswer {
  readonly document: RosterDocument;
  readonly fetchedAt: Instant;
  readonly servedAt: Instant;
  readonly nextReadAt: Instant;
}

/**
 * The roster of a desk as a viewer of that shape may see it. Counts as a look, which keeps the desk
 * being read. On a cold process it waits for the first round, for a bounded time. Throws `not_found`,
 * and `upstream_unavailable` before a first success.
 */
export async function readRoster(
  context: RosterContext,
  input: { readonly deskKey: string | null; readonly shape: Shape },
): Promise<RosterAnswer> {
  const { feed, documents } = findDesk(context, input.deskKey);
  feed.look();
  await feed.firstRoster(context.firstWaitMs);
  const { roster, fetchedAt, freshness, problem, nextReadAt } = feed.state();
  if (roster === null || fetchedAt === null) {
    const reason = problem === null ? "" : ` (${problem.code})`;
    throw new AppError("upstream_unavailable", `Feishu has not given a roster yet${reason}.`);
  }
  const document = documents({ roster, freshness, problem }, input.shape);
  return { document, fetchedAt, servedAt: context.clock.now(), nextReadAt };
}
