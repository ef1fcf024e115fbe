import type { ExceptionKind } from "./exceptions.ts";
import { countKeys, type GroupKey, orderKeys, orderStatusKeys } from "./facets.ts";
import { type Sorting, sortAgents, sortNamed, standByName } from "./order.ts";
import type { RosterAgentView, SelectedAgent } from "./prepare.ts";
import { matchesSearch, searchTerms } from "./search.ts";
import type { Agent, Instant, Skill, Status } from "./types.ts";

export { lookAt, prepareAgents, type RosterAgentView, type SelectedAgent } from "./prepare.ts";

export type Grouping = "none" | "department" | "status" | "skill" | "company";

/** The part of the address that says whom to show (product.md, section 4). */
export interface SelectQuery {
  /** Empty: all but removed, or with `exception` all. */
  readonly status: readonly Status[];
  readonly skill: readonly string[];
  readonly match: "any" | "all";
  readonly department: readonly string[];
  readonly q: string;
  /** Only those on shift at the moment asked about. */
  readonly on: boolean;
  /** Only those in whom plan and status disagree in one of these ways; empty: whoever. */
  readonly exception: readonly ExceptionKind[];
  readonly group: Grouping;
  readonly sort: Sorting;
}

/** A query without any filter; grouping and sorting are no filters. */
export const NO_FILTERS = {
  status: [],
  skill: [],
  match: "any",
  department: [],
  q: "",
  on: false,
  exception: [],
} as const satisfies Omit<SelectQuery, "group" | "sort">;

export interface Group {
  /** A department, company, status or skill id; null: none set, or no grouping. */
  readonly key: GroupKey;
  /** In order; fewer than `size` only where the rest of the roster has not arrived (outline.ts). */
  readonly agents: readonly SelectedAgent[];
  readonly size: number;
  readonly onShift: number;
  /** How many of those on shift are online. */
  readonly online: number;
}

export interface Selection {
  readonly groups: readonly Group[];
  /** Agents that passed the filters; one who stands under several skills counts once. */
  readonly shown: number;
  /** Of those shown, the ones on shift. */
  readonly onShift: number;
  /** Agents of the whole roster. */
  readonly total: number;
}

/**
 * What a view shows of a roster: filtered, grouped, sorted; the same for the board and for the exports. Groups without
 * a shown agent are left out. Groups are ordered by their size in the whole roster (status: in the words' order), so
 * that they stay put while one filters.
 */
export function selectAgents(
  agents: readonly RosterAgentView[],
  query: SelectQuery,
  context: { readonly now: Instant; readonly skills: readonly Skill[] },
): Selection {
  const tests = makeTests(query);
  const isAsked = ({ exception, onShift }: SelectedAgent) =>
    (onShift || !query.on) &&
    (query.exception.length === 0 || (exception !== null && query.exception.includes(exception)));
  const looked: SelectedAgent[] = [];
  for (const view of agents) {
    if (!tests.every((passes) => passes(view))) continue;
    const seen = view.lookAt(context.now);
    if (isAsked(seen)) looked.push(seen);
  }
  const { countsOf, isByName } = knowledgeOf(agents);
  const sorted = (isByName ? sortNamed : sortAgents)(looked, query.sort);
  const heaps = heap(sorted, query.group);
  const groups = orderGroups(countsOf(query.group), query.group, context.skills).flatMap((key) => {
    const members = heaps.get(key);
    return members ? [groupOf(key, members)] : [];
  });
  const onShift = looked.reduce((sum, one) => sum + Number(one.onShift), 0);
  return { groups, shown: looked.length, onShift, total: agents.length };
}

/** What is the same for every question about a roster: worked out at the first. */
interface Knowledge {
  readonly isByName: boolean;
  /** Agents under each key. */
  countsOf(grouping: Grouping): ReadonlyMap<GroupKey, number>;
}

const known = new WeakMap<readonly RosterAgentView[], Knowledge>();

function knowledgeOf(agents: readonly RosterAgentView[]): Knowledge {
  const before = known.get(agents);
  if (before !== undefined) return before;
  const counts = new Map<Grouping, ReadonlyMap<GroupKey, number>>();
  const knowledge: Knowledge = {
    isByName: standByName(agents),
    countsOf(grouping) {
      const counted = counts.get(grouping) ?? countKeys(agents, ({ agent }) => KEYS[grouping](agent));
      counts.set(grouping, counted);
      return counted;
    },
  };
  known.set(agents, knowledge);
  return knowledge;
}

/** The agents of a selection in its order, each once: the rows of an export. */
export function listSelected(selection: Selection): readonly Agent[] {
  return [...new Set(selection.groups.flatMap(({ agents }) => agents.map(({ agent }) => agent)))];
}

type Test = (view: RosterAgentView) => boolean;

/** What an agent must pass; only what is asked, since most of it seldom is. */
function makeTests(query: SelectQuery): readonly Test[] {
  const { status, skill, match, department, exception } = query;
  const tests: Test[] = [];
  if (status.length > 0) tests.push(({ agent }) => status.includes(agent.status));
  else if (exception.length === 0) tests.push(({ agent }) => agent.status !== "removed");
  if (department.length > 0) {
    const asked = new Set<string | null>(department);
    tests.push(({ agent }) => asked.has(agent.department));
  }
  if (skill.length > 0) {
    tests.push(({ agent }) => {
      const holds = (id: string) => agent.skillIds.includes(id);
      return match === "all" ? skill.every(holds) : skill.some(holds);
    });
  }
  const terms = searchTerms(query.q);
  if (terms.length > 0) tests.push((view) => matchesSearch(view.search, terms));
  return tests;
}

/** The key, or the keys, that an agent stands under. */
const KEYS: Readonly<Record<Grouping, (agent: Agent) => GroupKey | readonly string[]>> = {
  none: () => null,
  department: ({ department }) => department,
  status: ({ status }) => status,
  skill: ({ skillIds }) => (skillIds.length === 0 ? null : skillIds),
  company: ({ company }) => company,
};

function heap(agents: readonly SelectedAgent[], grouping: Grouping): ReadonlyMap<GroupKey, SelectedAgent[]> {
  const keyOf = KEYS[grouping];
  const heaps = new Map<GroupKey, SelectedAgent[]>();
  const put = (key: GroupKey, selected: SelectedAgent) => {
    const members = heaps.get(key);
    if (members) members.push(selected);
    else heaps.set(key, [selected]);
  };
  for (const selected of agents) {
    const keys = keyOf(selected.agent);
    if (keys === null || typeof keys === "string") put(keys, selected);
    else for (const key of keys) put(key, selected);
  }
  return heaps;
}

function orderGroups(
  counts: ReadonlyMap<GroupKey, number>,
  grouping: Grouping,
  skills: readonly Skill[],
): readonly GroupKey[] {
  if (grouping === "status") return orderStatusKeys(counts);
  if (grouping !== "skill") return orderKeys(counts);
  const names = new Map(skills.map(({ id, name }) => [id, name]));
  return orderKeys(counts, (id) => names.get(id) ?? id);
}

function groupOf(key: GroupKey, agents: readonly SelectedAgent[]): Group {
  let onShift = 0;
  let online = 0;
  for (const one of agents) {
    if (!one.onShift) continue;
    onShift += 1;
    if (one.agent.status === "online") online += 1;
  }
  return { key, agents, size: agents.length, onShift, online };
}
