import type { RosterJson } from "#lib/contract/roster.ts";

type AgentJson = RosterJson["agents"][number];

/**
 * The new roster with every unchanged agent being the very object it was before, so that a row whose
 * agent did not change is not rendered again. Order and content are the new roster's.
 */
export function keepUnchanged(before: RosterJson, after: RosterJson): RosterJson {
  const known = new Map(before.agents.map((agent) => [agent.id, agent]));
  const agents = after.agents.map((agent) => {
    const old = known.get(agent.id);
    return old !== undefined && isSame(old, agent) ? old : agent;
  });
  const skills = isSame(before.skills, after.skills) ? before.skills : after.skills;
  return { ...after, agents, skills };
}

function isSame(a: AgentJson | RosterJson["skills"], b: AgentJson | RosterJson["skills"]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
