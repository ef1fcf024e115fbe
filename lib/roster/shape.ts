import type { CoveragePlan } from "#lib/schedule/coverage-plan.ts";
import type { Agent, Roster } from "#lib/schedule/types.ts";

/**
 * As what a viewer sees a roster (product.md, sections 7 and 8). Viewers get no email and no reason for a leave. A
 * scope only narrows: what it hides leaves the server in no form, be it roster, coverage, notes or leave.
 */
export interface RosterShape {
  readonly role: "viewer" | "manager" | "admin";
  /** Null: every desk and agent. */
  readonly scope: RosterScope | null;
}

/** What an embed token narrows to; null: not in this respect. An agent must fit all of it. */
export interface RosterScope {
  readonly desk: string | null;
  /** Holds one of these, by id. */
  readonly skills: readonly string[] | null;
  readonly departments: readonly string[] | null;
}

/** All there is. */
export const WHOLE: RosterShape = { role: "manager", scope: null };

/** The same text for those who may see the same, and for nobody else. */
export const keyOfShape = ({ role, scope }: RosterShape): string =>
  JSON.stringify([role, scope && [scope.desk, scope.skills, scope.departments]]);

/** Whether the desk of that key is there for this viewer at all. */
export function seesDesk({ scope }: RosterShape, deskKey: string): boolean {
  return scope === null || scope.desk === null || scope.desk === deskKey;
}

/** The roster as that viewer may see it; the same object where nothing is hidden. The desk is taken to be in scope. */
export function shapeRoster(roster: Roster, shape: RosterShape): Roster {
  const { scope } = shape;
  if (scope === null && shape.role !== "viewer") return roster;
  const agents = roster.agents
    .filter((agent) => scope === null || isInScope(agent, scope))
    .map((agent) => shapeAgent(agent, shape));
  if (!narrowsAgents(scope)) return { ...roster, agents };
  const held = new Set(agents.flatMap(({ skillIds }) => skillIds));
  return { ...roster, agents, skills: roster.skills.filter(({ id }) => held.has(id)) };
}

/** A plan as that viewer may see it, beside the roster that they see; null where no roster is held yet. */
export function shapePlan(plan: CoveragePlan, shape: RosterShape, seen: Roster | null): CoveragePlan {
  if (shape.role !== "viewer") return plan;
  const leave = plan.leave.map((one) => ({ ...one, note: null }));
  if (!narrowsAgents(shape.scope)) return { ...plan, leave };
  const agents = new Set(seen?.agents.map(({ id }) => id));
  const skills = new Set(seen?.skills.map(({ id }) => id));
  return {
    ...plan,
    leave: leave.filter(({ agent }) => agents.has(agent)),
    // A minimum that counts everybody says nothing about a part of them.
    minimums: plan.minimums.filter(({ skill }) => skill !== null && skills.has(skill)),
  };
}

function narrowsAgents(scope: RosterScope | null): boolean {
  return scope !== null && (scope.skills !== null || scope.departments !== null);
}

function isInScope({ skillIds, department }: Agent, { skills, departments }: RosterScope): boolean {
  const fitsSkill = skills === null || skillIds.some((id) => skills.includes(id));
  return fitsSkill && (departments === null || (department !== null && departments.includes(department)));
}

function shapeAgent(agent: Agent, { role, scope }: RosterShape): Agent {
  const skills = scope?.skills ?? null;
  return {
    ...agent,
    email: role === "viewer" ? null : agent.email,
    skillIds: skills === null ? agent.skillIds : agent.skillIds.filter((id) => skills.includes(id)),
  };
}
