import type { RosterJson } from "#lib/contract/roster.ts";
import type { View } from "#lib/contract/view.ts";
import { type AbsencesOf, splitAbsent } from "#lib/schedule/absence.ts";
import { makeExpander } from "#lib/schedule/expand.ts";
import { piecesOfSplit, type RowPiece } from "#lib/schedule/leave-pieces.ts";
import { listSelected, prepareAgents, selectAgents } from "#lib/schedule/select.ts";
import { type Agent, asInstant, type Instant, type Week } from "#lib/schedule/types.ts";

export interface AgentDays {
  readonly agent: Agent;
  /** Seven lists, one a day on screen. */
  readonly days: readonly (readonly RowPiece[])[];
}

/** The agents that the board shows at this moment, each once, in its order, with their days: for paper and for a chat. */
export function selectNow(
  roster: RosterJson,
  view: View,
  week: Week,
  now: Instant,
  leaveOf: AbsencesOf,
): readonly AgentDays[] {
  const { timeZone } = roster.desk;
  const atNow = makeExpander(timeZone, { startAt: now, endAt: asInstant(now + 1) });
  const prepared = prepareAgents(roster, atNow, leaveOf);
  const selection = selectAgents(prepared, view, { now, skills: roster.skills });
  const inWeek = makeExpander(timeZone, week);
  return listSelected(selection).map((agent) => {
    const spans = splitAbsent(agent.week, inWeek(agent.week), leaveOf(agent));
    return { agent, days: piecesOfSplit(spans, week) };
  });
}
