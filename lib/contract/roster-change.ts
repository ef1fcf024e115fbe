import type { AgentJson, RosterChange, RosterJson } from "./roster.ts";
import { isAgent } from "./roster-check.ts";
import { isSameJson } from "./same-json.ts";

/**
 * `GET /api/roster?since=VERSION`: from the roster of that version to the present one. In a large desk somebody's status
 * changes every round; the browser then gets what changed, and not all again. A version is the text of an `ETag`.
 */

/** What is not said again where it is the same. */
const PARTS = ["desk", "freshness", "problem", "skills", "setAside"] as const;

/** The change between two rosters as one viewer sees them. Agents without a difference may be left out of both. */
export function describeChange(since: string, before: RosterJson, after: RosterJson): RosterChange {
  const known = new Map(before.agents.map((agent) => [agent.id, agent]));
  const changed: RosterChange["changed"][number][] = [];
  const came: AgentJson[] = [];
  for (const agent of after.agents) {
    const old = known.get(agent.id);
    known.delete(agent.id);
    if (old === undefined) came.push(agent);
    else if (!isSameJson(old, agent)) changed.push({ ...newFields(old, agent), id: agent.id });
  }
  const parts = PARTS.filter((part) => !isSameJson(before[part], after[part]));
  const said = Object.fromEntries(parts.map((part) => [part, after[part]]));
  return { since, changed, came, left: [...known.keys()], ...said };
}

function newFields(old: AgentJson, agent: AgentJson): Partial<AgentJson> {
  const was = new Map<string, unknown>(Object.entries(old));
  return Object.fromEntries(
    Object.entries(agent).filter(([name, value]) => !isSameJson(was.get(name), value)),
  );
}

/**
 * The roster that a change leads to; agents whom it does not name are the very objects they were. Null: the change does
 * not fit this roster, and the whole must be asked for.
 */
export function applyChange(before: RosterJson, change: RosterChange): RosterJson | null {
  const agents = new Map(before.agents.map((agent) => [agent.id, agent]));
  for (const id of change.left) if (!agents.delete(id)) return null;
  for (const fields of change.changed) {
    const old = agents.get(fields.id);
    const whole = { ...old, ...fields };
    if (old === undefined || !isAgent(whole)) return null;
    agents.set(fields.id, whole);
  }
  for (const agent of change.came) agents.set(agent.id, agent);
  const isReordered = change.came.length > 0 || change.changed.some(({ sortKey }) => sortKey !== undefined);
  const list = [...agents.values()];
  return {
    desk: change.desk ?? before.desk,
    freshness: change.freshness ?? before.freshness,
    problem: change.problem === undefined ? before.problem : change.problem,
    skills: change.skills ?? before.skills,
    agents: isReordered ? list.sort(bySortKey) : list,
    setAside: change.setAside ?? before.setAside,
  };
}

/** The server's own order: by code unit, `sortKey` first, then id. */
function bySortKey(a: AgentJson, b: AgentJson): number {
  return compareText(a.sortKey, b.sortKey) || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
