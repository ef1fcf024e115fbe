import type { Agent, Roster } from "#lib/schedule/types.ts";
import type { CalendarScope } from "./ports.ts";

/** Whether the roster knows what a calendar of this scope is for. A skill that nobody holds now may be held tomorrow. */
export function isKnownScope(roster: Roster, scope: CalendarScope): boolean {
  if (scope.kind === "skill") return roster.skills.some(({ id }) => id === scope.value);
  return roster.agents.some((agent) => isInScope(agent, scope));
}

/** The agents of a calendar, in the roster's order: without the removed, and without any email. */
export function agentsInScope({ agents }: Roster, scope: CalendarScope): readonly Agent[] {
  return agents
    .filter((agent) => agent.status !== "removed" && isInScope(agent, scope))
    .map((agent) => ({ ...agent, email: null }));
}

function isInScope(agent: Agent, { kind, value }: CalendarScope): boolean {
  switch (kind) {
    case "agent":
      return agent.id === value;
    case "skill":
      return agent.skillIds.includes(value);
    case "department":
      return agent.department === value;
  }
}
