import "server-only";
import type { View } from "#lib/contract/view.ts";
import { AppError } from "#lib/errors.ts";
import { absencesByLeave } from "#lib/schedule/absence.ts";
import type { CoveragePlan } from "#lib/schedule/coverage-plan.ts";
import { makeExpander } from "#lib/schedule/expand.ts";
import { unknownOf } from "#lib/schedule/known.ts";
import { listSelected, prepareAgents, type RosterAgentView, selectAgents } from "#lib/schedule/select.ts";
import { asInstant, type Instant, type Roster, type Week } from "#lib/schedule/types.ts";
import { weekOf } from "#lib/schedule/week.ts";
import { dateAt } from "#lib/schedule/zone.ts";
import { type InTurns, inSlices, takeTurns } from "#lib/turns.ts";
import type { RosterContext } from "./context.ts";
import { lookAtDesk } from "./look-at-desk.ts";
import { WHOLE } from "./shape.ts";

/** A millisecond or so of work. */
const SLICE = 100;

export interface RosterExport {
  /** With the agents that the board would show, in its order, each once. */
  readonly roster: Pick<Roster, "desk" | "skills" | "agents">;
  readonly askedAt: Instant;
  /** The week on screen, on the days of the desk's zone. */
  readonly week: Week;
}

/**
 * What the board with this view shows at this moment, for a download (product.md, section 5). It holds emails: whether
 * the viewer may see them is the caller's to ask. Throws `not_found` for an unknown desk, `invalid` for an unknown skill or
 * department or a week that ends after the year 9999, and `upstream_unavailable` before a first success.
 */
export async function exportRoster(context: RosterContext, view: View): Promise<RosterExport> {
  const { source, roster } = await lookAtDesk(context, { deskKey: view.desk, shape: WHOLE });
  const { desk, skills, agents } = roster;
  const servedAt = context.clock.now();
  for (const [key, unknown] of Object.entries(unknownOf(view, { agents, skills }))) {
    if (unknown.length > 0) throw new AppError("invalid", `Unusable value: ${key}.`);
  }
  const date = view.week ?? dateAt(servedAt, view.zone ?? desk.timeZone);
  const week = weekOf(date, view.start ?? "mon", desk.timeZone);
  // ISO 8601 writes later years with a sign and more digits, which no calendar file can.
  if (week.days[6].date.startsWith("+")) throw new AppError("invalid", "Unusable value: week.");
  const prepared = await takeTurns(prepare({ desk, agents, skills }, source.plan, view, servedAt));
  const selection = selectAgents(prepared, view, { now: servedAt, skills });
  return { roster: { desk, skills, agents: listSelected(selection) }, askedAt: servedAt, week };
}

/** With what the selection will ask for at once worked out before, in turns: the text to search, or who is on leave. */
function* prepare(
  { desk, agents, skills }: RosterExport["roster"],
  plan: CoveragePlan | null,
  view: View,
  now: Instant,
): InTurns<RosterAgentView[]> {
  const absencesOf = absencesByLeave(plan?.leave ?? [], desk.timeZone);
  const expand = makeExpander(desk.timeZone, { startAt: now, endAt: asInstant(now + 1) });
  const prepared: RosterAgentView[] = [];
  yield* inSlices(agents, SLICE, (slice) => {
    for (const agent of prepareAgents({ agents: slice, skills }, expand, absencesOf)) {
      if (view.q !== "") void agent.search;
      agent.lookAt(now);
      prepared.push(agent);
    }
  });
  return prepared;
}
