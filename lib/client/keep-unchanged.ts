import type { RosterJson } from "#lib/contract/roster.ts";
import { isSameJson } from "#lib/contract/same-json.ts";

/**
 * The new roster with every unchanged agent being the very object it was before, so that a row whose
 * agent did not change is not rendered again. Order and content are the new roster's.
 */
export function keepUnchanged(before: RosterJson, after: RosterJson): RosterJson {
  const known = new Map(before.agents.map((agent) => [agent.id, agent]));
  const agents = after.agents.map((agent) => {
    const old = known.get(agent.id);
    return old !== undefined && isSameJson(old, agent) ? old : agent;
  });
  const skills = isSameJson(before.skills, after.skills) ? before.skills : after.skills;
  return { ...after, agents, skills };
}
