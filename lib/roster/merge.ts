import type { Agent, Desk, Roster, SetAside, Skill } from "#lib/schedule/types.ts";
import { type InTurns, inSlices } from "#lib/turns.ts";
import { keysOf } from "./keys.ts";
import type { ReadAgent, ReadList, ReadRecord } from "./ports.ts";

/** A millisecond or so of work, also where all names are new. */
const SLICE = 50;

/**
 * The two answers as one roster (product.md, section 2). An id that came with both calls is the present
 * agent; the removed copy leaves with what was set aside for it. Agents stand by `sortKey`, then id.
 */
export function* mergeRoster(desk: Desk, present: ReadList, removed: ReadList): InTurns<Roster> {
  const presentIds = new Set(present.records.map(({ agent }) => agent.id));
  const gone = removed.records.filter(({ agent }) => !presentIds.has(agent.id));
  const records = [...present.records, ...gone];
  const agents: Agent[] = [];
  const skills = new Map<string, Skill>();
  yield* inSlices(records, SLICE, (slice) => {
    for (const record of slice) {
      agents.push(withKeys(record.agent));
      for (const skill of record.skills) skills.set(skill.id, uniteSkill(skills.get(skill.id), skill));
    }
  });
  yield;
  return {
    desk,
    skills: sortSkills([...skills.values()]),
    agents: agents.sort(bySortKey),
    setAside: countSetAside(records, present.setAsideAgents + removed.setAsideAgents),
  };
}

/** An agent whose record has not changed is the very same as in the round before (lib/feishu/known-records.ts). */
const made = new WeakMap<ReadAgent, Agent>();

function withKeys(read: ReadAgent): Agent {
  const agent = made.get(read) ?? addKeys(read);
  made.set(read, agent);
  return agent;
}

/** Written out, so that the JSON has the order of product.md section 5. What that JSON does not hold is left out there. */
function addKeys(agent: ReadAgent): Agent {
  return {
    id: agent.id,
    name: agent.name,
    avatarUrl: agent.avatarUrl,
    email: agent.email,
    department: agent.department,
    company: agent.company,
    status: agent.status,
    statusSince: null,
    skillIds: agent.skillIds,
    week: agent.week,
    notes: agent.notes,
    ...(agent.ruleNotes !== undefined && { ruleNotes: agent.ruleNotes }),
    ...keysOf(agent.name),
  };
}

function sortSkills(skills: readonly Skill[]): readonly Skill[] {
  const keyed = skills.map((skill) => ({ skill, id: skill.id, sortKey: keysOf(skill.name).sortKey }));
  return keyed.sort(bySortKey).map(({ skill }) => skill);
}

/** One skill an id: the first name that is not the id itself; default if any record says so. */
function uniteSkill(known: Skill | undefined, next: Skill): Skill {
  if (known === undefined || known === next) return next;
  const isNamed = known.name !== known.id || next.name === next.id;
  // Nearly always: nothing new, and nothing to make.
  if (isNamed && (known.isDefault || !next.isDefault)) return known;
  return {
    id: known.id,
    name: isNamed ? known.name : next.name,
    isDefault: known.isDefault || next.isDefault,
  };
}

function countSetAside(records: readonly ReadRecord[], agents: number): SetAside {
  const sum = (of: "rules" | "skills") => records.reduce((total, { setAside }) => total + setAside[of], 0);
  return { agents, rules: sum("rules"), skills: sum("skills") };
}

interface Keyed {
  readonly sortKey: string;
  readonly id: string;
}

/** By code unit: never by the machine's locale, which differs between server and browser. */
function bySortKey(a: Keyed, b: Keyed): number {
  return compareText(a.sortKey, b.sortKey) || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
