import type { SelectQuery } from "./select.ts";
import type { Agent, Skill } from "./types.ts";

/** Filters that name something. */
type Naming = Pick<SelectQuery, "skill" | "department">;

/** What a desk has to be named. */
export interface Nameable {
  readonly agents: readonly Pick<Agent, "department">[];
  readonly skills: readonly Pick<Skill, "id">[];
}

export interface Unknown {
  readonly skill: readonly string[];
  readonly department: readonly string[];
}

/** The skills' ids and the departments that a query names and the roster does not have, in the query's order. */
export function unknownOf({ skill, department }: Naming, roster: Nameable): Unknown {
  const skills = new Set(roster.skills.map(({ id }) => id));
  const isKnown = (name: string) => roster.agents.some((agent) => agent.department === name);
  return {
    skill: skill.filter((id) => !skills.has(id)),
    department: department.filter((name) => !isKnown(name)),
  };
}

/** The query without what is unknown; itself where everything is known. */
export function withoutUnknown<Q extends Naming>(query: Q, unknown: Unknown): Q {
  if (unknown.skill.length + unknown.department.length === 0) return query;
  return {
    ...query,
    skill: query.skill.filter((id) => !unknown.skill.includes(id)),
    department: query.department.filter((name) => !unknown.department.includes(name)),
  };
}
