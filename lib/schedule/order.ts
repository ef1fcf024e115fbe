import { attentionRank, EXCEPTION_KINDS, type ExceptionKind } from "./exceptions.ts";
import { compareCodeUnits } from "./facets.ts";
import { totalLength } from "./interval.ts";
import { type Agent, WEEK_MINUTES } from "./types.ts";

export type Sorting = "attention" | "name" | "start" | "hours";

/** An agent with what an order needs, worked out once rather than in every comparison. */
export interface Sortable {
  readonly agent: Agent;
  readonly exception: ExceptionKind | null;
}

/**
 * The orders of product.md section 4, all total, all by code unit, so that server, browser and exports never disagree:
 * - attention: exceptions first, the longest since `statusSince` leading (unknown last), then by kind; then online,
 *   offline, off duty, unknown, removed;
 * - start: by the first block of the weekly template, agents without one last;
 * - hours: by planned minutes a week, most first;
 * - name, and all ties: by `sortKey`, then id.
 */
export function sortAgents<S extends Sortable>(agents: readonly S[], sorting: Sorting): readonly S[] {
  return sortNamed(standByName(agents) ? agents : agents.toSorted(compareNames), sorting);
}

/** `sortAgents` for agents that stand by name already. */
export function sortNamed<S extends Sortable>(named: readonly S[], sorting: Sorting): readonly S[] {
  if (sorting === "name") return named;
  const sorted = sortByKey(named, KEYS[sorting], byNumber);
  if (sorting !== "attention") return sorted;
  const rest = sorted.findIndex(({ exception }) => exception === null);
  const exceptions = byAge(sorted.slice(0, rest < 0 ? undefined : rest));
  return [...exceptions, ...sorted.slice(exceptions.length)];
}

/**
 * Lowest key first, ties as they stand. There are far fewer keys than agents, and heaps of equals are sooner made than
 * thousands of agents compared.
 */
function sortByKey<S, K>(
  agents: readonly S[],
  keyOf: (one: S) => K,
  compare: (a: K, b: K) => number,
): readonly S[] {
  const heaps = new Map<K, S[]>();
  for (const one of agents) {
    const key = keyOf(one);
    const equals = heaps.get(key);
    if (equals) equals.push(one);
    else heaps.set(key, [one]);
  }
  const none: readonly S[] = [];
  const keys = [...heaps.keys()].sort(compare);
  return none.concat(...keys.map((key) => heaps.get(key) ?? none));
}

const byNumber = (a: number, b: number) => a - b;

/** A roster stands by name already, and 10,000 names are seen to be in order sooner than put into it. */
export function standByName(agents: readonly Pick<Sortable, "agent">[]): boolean {
  let before: Pick<Sortable, "agent"> | undefined;
  for (const one of agents) {
    if (before !== undefined && compareNames(before, one) > 0) return false;
    before = one;
  }
  return true;
}

const compareNames = ({ agent: a }: Pick<Sortable, "agent">, { agent: b }: Pick<Sortable, "agent">): number =>
  compareCodeUnits(a.sortKey, b.sortKey) || compareCodeUnits(a.id, b.id);

/** Exceptions, the longest since `statusSince` first, then the gravest. */
function byAge<S extends Sortable>(exceptions: readonly S[]): readonly S[] {
  const kindOf = ({ exception }: S) => (exception === null ? -1 : EXCEPTION_KINDS.indexOf(exception));
  // ISO 8601 in UTC orders as text; "~" sorts after every digit, so that a status of unknown age comes last.
  const sinceOf = ({ agent }: S) => agent.statusSince ?? "~";
  return sortByKey(sortByKey(exceptions, kindOf, byNumber), sinceOf, compareCodeUnits);
}

/** What each order goes by first, lowest first. */
const KEYS: Readonly<Record<Exclude<Sorting, "name">, (one: Sortable) => number>> = {
  attention: ({ agent, exception }) => attentionRank(agent.status, exception),
  start: ({ agent }) => agent.week[0]?.[0] ?? WEEK_MINUTES,
  hours: ({ agent }) => -totalLength(agent.week),
};
