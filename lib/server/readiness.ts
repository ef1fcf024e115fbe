import "server-only";
import type { ReadyJson } from "#lib/contract/answers.ts";
import { AppError } from "#lib/errors.ts";
import type { RosterContext } from "#lib/roster/context.ts";

/** How long a process may be without a roster and still count as starting. */
export const FIRST_LOAD_WINDOW_MS = 60_000;

/**
 * Whether viewers can be sent here (product.md, section 5): a first roster is held, or the first-load
 * window is still open. Feishu being down is `degraded`, which is ready. A desk without a roster is looked
 * at, since a process that is not ready gets no viewers who would. Throws `upstream_unavailable`, also for
 * a process that is about to end, so that viewers are sent elsewhere while it still answers.
 */
export function judgeReadiness(context: RosterContext, upMs: number, isStopping = false): ReadyJson {
  if (isStopping) throw new AppError("upstream_unavailable", "This process is about to end.");
  const states = [...context.desks.values()].map(({ feed }) => {
    if (feed.state().roster === null) feed.look();
    return feed.state();
  });
  if (states.some(({ roster }) => roster !== null)) {
    const down = states.some(({ roster, problem }) => roster === null || problem !== null);
    return { status: down ? "degraded" : "ready" };
  }
  if (upMs < FIRST_LOAD_WINDOW_MS) return { status: "starting" };
  throw new AppError("upstream_unavailable", "No roster yet.");
}
