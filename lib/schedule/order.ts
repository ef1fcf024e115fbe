import { attentionRank, EXCEPTION_KINDS, type ExceptionKind } from "./exceptions.ts";
import { compareCodeUnits } from "./facets.ts";
import { totalLength } from "./interval.ts";
import type { Agent } from "./types.ts";

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
  const named = byName(agents);
  if (sorting === "name") return named;
  const keyed = named.map((one) => ({ one, key: KEYS[sorting](one) }));
  // Sorting is stable, so that ties stay by name.
  if (sorting === "attention") keyed.sort((a, b) => a.key - b.key || byAge(a.one, b.one));
  else keyed.sort((a, b) => a.key - b.key);
  return keyed.map(({ one }) => one);
}

/** A roster stands by name already, and 10,000 names are seen to be in order sooner than put into it. */
function byName<S extends Sortable>(agents: readonly S[]): readonly S[] {
  const isSorted = agents.every((one, i) => {
    const before = agents[i - 1];
    return before === undefined || compareNames(before, one) <= 0;
  });
  return isSorted ? agents : agents.toSorted(compareNames);
}

const compareNames = ({ agent: a }: Sortable, { agent: b }: Sortable): number =>
  compareCodeUnits(a.sortKey, b.sortKey) || compareCodeUnits(a.id, b.id);

/** Among exceptions: the longest since `statusSince` first, then the gravest. */
function byAge(a: Sortable, b: Sortable): number {
  if (a.exception === null || b.exception === null) return 0;
  // ISO 8601 in UTC orders as text; "~" sorts after every digit, so that a status of unknown age comes last.
  const bySince = compareCodeUnits(a.agent.statusSince ?? "~", b.agent.statusSince ?? "~");
  return bySince || EXCEPTION_KINDS.indexOf(a.exception) - EXCEPTION_KINDS.indexOf(b.exception);
}

/** What each order goes by first, lowest first. */
const KEYS: Readonly<Record<Exclude<Sorting, "name">, (one: Sortable) => number>> = {
  attention: ({ agent, exception }) => attentionRank(agent.status, exception),
  start: ({ agent }) => agent.week[0]?.[0] ?? Number.MAX_SAFE_INTEGER,
  hours: ({ agent }) => -totalLength(agent.week),
};
