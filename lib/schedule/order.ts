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

type Compare = (a: Sortable, b: Sortable) => number;

/**
 * The orders of product.md section 4, all total, all by code unit, so that server, browser and exports never disagree:
 * - attention: exceptions first, the longest since `statusSince` leading (unknown last), then by kind; then online,
 *   offline, off duty, unknown, removed;
 * - start: by the first block of the weekly template, agents without one last;
 * - hours: by planned minutes a week, most first;
 * - name, and all ties: by `sortKey`, then id.
 */
export function sortAgents<S extends Sortable>(agents: readonly S[], sorting: Sorting): readonly S[] {
  const compare = COMPARE[sorting](agents);
  return agents.toSorted((a, b) => compare(a, b) || byName(a, b));
}

const byName: Compare = ({ agent: a }, { agent: b }) =>
  compareCodeUnits(a.sortKey, b.sortKey) || compareCodeUnits(a.id, b.id);

const byAttention: Compare = (a, b) => {
  const byRank = attentionRank(a.agent.status, a.exception) - attentionRank(b.agent.status, b.exception);
  if (byRank !== 0 || a.exception === null || b.exception === null) return byRank;
  // ISO 8601 in UTC orders as text; "~" sorts after every digit, so that a status of unknown age comes last.
  const bySince = compareCodeUnits(a.agent.statusSince ?? "~", b.agent.statusSince ?? "~");
  return bySince || EXCEPTION_KINDS.indexOf(a.exception) - EXCEPTION_KINDS.indexOf(b.exception);
};

const startOf = ({ agent }: Sortable) => agent.week[0]?.[0] ?? Number.MAX_SAFE_INTEGER;

function byHours(agents: readonly Sortable[]): Compare {
  const minutes = new Map(agents.map(({ agent }) => [agent, totalLength(agent.week)]));
  return (a, b) => (minutes.get(b.agent) ?? 0) - (minutes.get(a.agent) ?? 0);
}

const COMPARE: Readonly<Record<Sorting, (agents: readonly Sortable[]) => Compare>> = {
  attention: () => byAttention,
  name: () => byName,
  start: () => (a, b) => startOf(a) - startOf(b),
  hours: byHours,
};
