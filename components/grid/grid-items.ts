import type { Group, SelectedAgent } from "#lib/schedule/select.ts";
import type { RowSizes } from "./geometry.ts";
import { findLast, placeRows, type RowPlaces, type RowRun } from "./row-places.ts";

/** A group with its heading in words. */
export interface NamedGroup extends Group {
  readonly id: string;
  readonly label: string;
  /** "8 人 · 在班 4 · 在线 3" */
  readonly summary: string;
}

/** A row of the grid. Its key survives re-ordering: an agent stands under each of their skills, so the id alone is not enough. */
export type GridItem =
  | { readonly kind: "group"; readonly key: string; readonly group: NamedGroup; readonly isOpen: boolean }
  | { readonly kind: "agent"; readonly key: string; readonly selected: SelectedAgent };

/** Separates the parts of a key; no department or id holds it, since names are cleaned of control characters. */
const SEPARATOR = "\u001f";

/** The rows of the grid in order, each made only when it is asked for: of 10,000 some thirty are looked at. */
export interface GridRows {
  readonly places: RowPlaces;
  at(index: number): GridItem | undefined;
  keyAt(index: number): string | undefined;
  /** Where the row of this key stands; -1 where there is none. */
  indexOf(key: string): number;
}

interface Section {
  readonly group: NamedGroup;
  readonly isOpen: boolean;
  /** Index of its head, or without heads of its first agent. */
  readonly first: number;
}

/**
 * Groups as one list of rows; a folded group keeps its head alone. Without grouping there are no heads. Ends at the
 * first row whose agent has not arrived.
 */
export function listRows(
  groups: readonly NamedGroup[],
  folded: ReadonlySet<string>,
  heads: boolean,
  sizes: Pick<RowSizes, "agent" | "group">,
): GridRows {
  const cut = groups.findIndex((group) => isCut(group, folded, heads));
  const sections: Section[] = [];
  const runs: RowRun[] = [];
  let first = 0;
  for (const group of groups.slice(0, cut < 0 ? undefined : cut + 1)) {
    const isOpen = !heads || !folded.has(group.id);
    const agents = isOpen ? group.agents.length : 0;
    sections.push({ group, isOpen, first });
    runs.push({ count: Number(heads), height: sizes.group }, { count: agents, height: sizes.agent });
    first += Number(heads) + agents;
  }
  const places = placeRows(runs);
  const at = (index: number): GridItem | undefined => {
    const section = sections[findLast(sections, (one) => one.first <= index)];
    if (section === undefined || index < 0 || index >= places.count) return undefined;
    const { group, isOpen } = section;
    const within = index - section.first - Number(heads);
    if (within < 0) return { kind: "group", key: headKey(group.id), group, isOpen };
    const selected = group.agents[within];
    return selected && { kind: "agent", key: agentKey(group.id, selected.agent.id), selected };
  };
  return {
    places,
    at,
    keyAt: (index) => at(index)?.key,
    indexOf: (key) => findKey(sections, heads, key),
  };
}

function findKey(sections: readonly Section[], heads: boolean, key: string): number {
  for (const { group, isOpen, first } of sections) {
    if (heads && key === headKey(group.id)) return first;
    if (!isOpen || !key.startsWith(`${group.id}${SEPARATOR}`)) continue;
    const within = group.agents.findIndex(({ agent }) => agentKey(group.id, agent.id) === key);
    if (within >= 0) return first + Number(heads) + within;
  }
  return -1;
}

const headKey = (groupId: string) => `group${SEPARATOR}${SEPARATOR}${groupId}`;
const agentKey = (groupId: string, agentId: string) => `${groupId}${SEPARATOR}${agentId}`;

const isCut = (group: NamedGroup, folded: ReadonlySet<string>, heads: boolean) =>
  group.agents.length < group.size && !(heads && folded.has(group.id));

/** How many rows of each kind follow those of `listRows`. */
export interface RestOfRows {
  readonly heads: number;
  readonly agents: number;
}

export function countRest(
  groups: readonly NamedGroup[],
  folded: ReadonlySet<string>,
  heads: boolean,
): RestOfRows {
  const cut = groups.findIndex((group) => isCut(group, folded, heads));
  const first = groups[cut];
  if (first === undefined) return { heads: 0, agents: 0 };
  const later = groups.slice(cut + 1);
  const open = later.filter((group) => !(heads && folded.has(group.id)));
  const agents = open.reduce((sum, { size }) => sum + size, first.size - first.agents.length);
  return { heads: heads ? later.length : 0, agents };
}
