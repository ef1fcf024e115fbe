import { type Agent, STATUSES, type Status } from "./types.ts";

/** What there is to choose from, over the whole roster, so that counts and order stay put while one filters. */

export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How many agents carry each status. */
export function statusCounts(agents: readonly Pick<Agent, "status">[]): Readonly<Record<Status, number>> {
  const counts: Record<Status, number> = { online: 0, offline: 0, off_duty: 0, removed: 0, unknown: 0 };
  for (const { status } of agents) counts[status] += 1;
  return counts;
}

/** How an agent can be sorted into heaps; `skill` alone may give several keys, and null is "none set". */
export type GroupKey = string | null;

/** How many agents stand under each key; one may stand under several. */
export function countKeys<A>(
  agents: readonly A[],
  keysOf: (agent: A) => GroupKey | readonly string[],
): Map<GroupKey, number> {
  const counts = new Map<GroupKey, number>();
  const count = (key: GroupKey) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const agent of agents) {
    const keys = keysOf(agent);
    if (keys === null || typeof keys === "string") count(keys);
    else keys.forEach(count);
  }
  return counts;
}

/** Keys by number of agents, most first; then by name, code unit by code unit; "none set" last. */
export function orderKeys(
  counts: ReadonlyMap<GroupKey, number>,
  nameOf: (key: string) => string = (key) => key,
): readonly GroupKey[] {
  return [...counts.keys()].sort((a, b) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const bySize = (counts.get(b) ?? 0) - (counts.get(a) ?? 0);
    return bySize || compareCodeUnits(nameOf(a), nameOf(b)) || compareCodeUnits(a, b);
  });
}

/** Status keys in the order of the words' list (product.md, section 1). */
export function orderStatusKeys(counts: ReadonlyMap<GroupKey, number>): readonly GroupKey[] {
  return STATUSES.filter((status) => counts.has(status));
}

/** The departments of a roster with their sizes, biggest first; agents without one are left out. */
export function departmentsOf(
  agents: readonly Pick<Agent, "department">[],
): readonly { readonly name: string; readonly agents: number }[] {
  const counts = countKeys(agents, ({ department }) => department);
  return orderKeys(counts).flatMap((name) =>
    name === null ? [] : [{ name, agents: counts.get(name) ?? 0 }],
  );
}
