import type { Group, SelectedAgent } from "#lib/schedule/select.ts";

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

/**
 * Groups as one flat list of rows; a folded group keeps its head alone. Without grouping there are no heads. Ends at
 * the first row whose agent has not arrived.
 */
export function listItems(
  groups: readonly NamedGroup[],
  folded: ReadonlySet<string>,
  heads: boolean,
): readonly GridItem[] {
  const cut = groups.findIndex((group) => isCut(group, folded, heads));
  return groups.slice(0, cut < 0 ? undefined : cut + 1).flatMap((group): readonly GridItem[] => {
    const isOpen = !heads || !folded.has(group.id);
    const head: GridItem = { kind: "group", key: `group${SEPARATOR}${group.id}`, group, isOpen };
    const rows = isOpen ? group.agents.map((selected) => agentItem(group.id, selected)) : [];
    return heads ? [head, ...rows] : rows;
  });
}

const isCut = (group: NamedGroup, folded: ReadonlySet<string>, heads: boolean) =>
  group.agents.length < group.size && !(heads && folded.has(group.id));

/** How many rows of each kind follow those of `listItems`. */
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

function agentItem(groupId: string, selected: SelectedAgent): GridItem {
  return { kind: "agent", key: `${groupId}${SEPARATOR}${selected.agent.id}`, selected };
}
