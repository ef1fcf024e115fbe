import { departmentsOf, type GroupKey, statusCounts } from "./facets.ts";
import { lookAt, type RosterAgentView } from "./prepare.ts";
import type { Group, Selection, SelectQuery } from "./select.ts";
import type { Agent, Instant, Status } from "./types.ts";

/** What a page says of a whole roster when it holds only the agents of its first rows. */
export interface Outline {
  /** The question that it answers, by `selectionKey`. */
  readonly query: string;
  /** Agents that passed the filters, and all agents. */
  readonly shown: number;
  readonly total: number;
  /** Agents on shift now: of those shown, and of all. */
  readonly shownOnShift: number;
  readonly onShift: number;
  readonly counts: Readonly<Record<Status, number>>;
  readonly departments: readonly { readonly name: string; readonly agents: number }[];
  /** Every group in order, with the ids of those of its members who are among the first rows. */
  readonly groups: readonly (Omit<Group, "agents"> & { readonly ids: readonly string[] })[];
}

/** The same text for queries that select, group and sort alike. */
export function selectionKey(query: SelectQuery): string {
  const { status, skill, match, department, q, on, exception, group, sort } = query;
  return JSON.stringify([status, skill, match, department, q, on, exception, group, sort]);
}

/** Outlines a selection, naming the agents of its first `rows` rows. */
export function outline(
  agents: readonly RosterAgentView[],
  selection: Selection,
  query: SelectQuery,
  { now, rows }: { readonly now: Instant; readonly rows: number },
): Outline {
  const all = agents.map(({ agent }) => agent);
  let left = rows;
  const groups = selection.groups.map(({ agents: members, ...group }) => {
    const ids = members.slice(0, left).map(({ agent }) => agent.id);
    left -= ids.length;
    return { ...group, ids };
  });
  return {
    query: selectionKey(query),
    shown: selection.shown,
    total: selection.total,
    shownOnShift: selection.onShift,
    onShift: agents.filter((one) => lookAt(one, now).onShift).length,
    counts: statusCounts(all),
    departments: departmentsOf(all),
    groups,
  };
}

/** The selection that was outlined, as far as its agents are among `agents`. */
export function selectionOf(
  { groups, shown, shownOnShift, total }: Outline,
  agents: readonly RosterAgentView[],
  now: Instant,
): Selection {
  const byId = new Map(agents.map((view) => [view.agent.id, view]));
  const seen = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const view = byId.get(id);
      return view === undefined ? [] : [lookAt(view, now)];
    });
  const here = groups.map(({ ids, ...group }) => ({ ...group, agents: seen(ids) }));
  return { groups: here, shown, onShift: shownOnShift, total };
}

/** The agents whom an outline names, in the order of `agents`. */
export function namedAgents<A extends Pick<Agent, "id">>(
  { groups }: { readonly groups: readonly { readonly key: GroupKey; readonly ids: readonly string[] }[] },
  agents: readonly A[],
): readonly A[] {
  const ids = new Set(groups.flatMap((group) => group.ids));
  return agents.filter(({ id }) => ids.has(id));
}
