import { isSameJson } from "#lib/contract/same-json.ts";
import type { Agent, Roster } from "#lib/schedule/types.ts";
import { type InTurns, inSlices } from "#lib/turns.ts";

/** A millisecond or so of work. */
const SLICE = 500;

/**
 * The new roster with every agent who did not change being the very object it was before, and the old roster itself where
 * nothing changed at all: what was made from an object can then be kept while the object is.
 */
export function* keepRoster(before: Roster | null, after: Roster): InTurns<Roster> {
  if (before === null) return after;
  const known = new Map(before.agents.map((agent) => [agent.id, agent]));
  const agents: Agent[] = [];
  yield* inSlices(after.agents, SLICE, (slice) => {
    for (const agent of slice) agents.push(keepAgent(known.get(agent.id), agent));
  });
  const skills = isSameJson(before.skills, after.skills) ? before.skills : after.skills;
  const isSame =
    skills === before.skills &&
    agents.length === before.agents.length &&
    agents.every((agent, index) => agent === before.agents[index]) &&
    isSameJson([before.desk, before.setAside], [after.desk, after.setAside]);
  return isSame ? before : { ...after, skills, agents };
}

function keepAgent(before: Agent | undefined, after: Agent): Agent {
  return before !== undefined && isSameJson(before, after) ? before : after;
}
