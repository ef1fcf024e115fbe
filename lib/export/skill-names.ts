import type { Agent, Roster } from "#lib/schedule/types.ts";

/** Makes the function that names an agent's skills, in the agent's order; a skill that the roster lacks is its id. */
export function makeSkillNames({
  skills,
}: Pick<Roster, "skills">): (agent: Pick<Agent, "skillIds">) => readonly string[] {
  const names = new Map(skills.map(({ id, name }) => [id, name]));
  return ({ skillIds }) => skillIds.map((id) => names.get(id) ?? id);
}
