import type { Timeline } from "./timeline.ts";
import type { Agent, Instant, PlannedSpan, Skill } from "./types.ts";

/** An agent with the spans that count: leave and a what-if's absences already taken out. */
export interface PlannedAgent {
  readonly agent: Agent;
  readonly spans: readonly PlannedSpan[];
}

/**
 * How many cover each segment, and who it is where that is one. Ranges are entered as differences at their ends and
 * summed up once, so that a long shift costs no more than a short one.
 */
export interface Tally {
  readonly counts: Int32Array;
  /** The sum of the numbers of those who cover the segment: the one's own number where the count is 1. */
  readonly members: Float64Array;
}

export function makeTally(timeline: Timeline): Tally {
  const size = timeline.segments + 1;
  return { counts: new Int32Array(size), members: new Float64Array(size) };
}

/** Enters segments `[from, to)` for the member of this number; touching ranges of one member are fine. */
export function enter({ counts, members }: Tally, from: number, to: number, member: number): void {
  if (from >= to) return;
  counts[from] = (counts[from] ?? 0) + 1;
  counts[to] = (counts[to] ?? 0) - 1;
  members[from] = (members[from] ?? 0) + member;
  members[to] = (members[to] ?? 0) - member;
}

/** Turns the differences into sums. Call it once, after the last `enter`. */
export function sumUp({ counts, members }: Tally): void {
  for (let i = 1; i < counts.length; i++) {
    counts[i] = (counts[i] ?? 0) + (counts[i - 1] ?? 0);
    members[i] = (members[i] ?? 0) + (members[i - 1] ?? 0);
  }
}

export interface Tallies {
  readonly everyone: Tally;
  /** Holders of a default skill. */
  readonly fallback: Tally;
  readonly bySkill: ReadonlyMap<string, Tally>;
}

/** Counts who is planned in each segment; nobody who was removed is. A member's number is its place in `agents`. */
export function countAgents(
  agents: readonly PlannedAgent[],
  skills: readonly Skill[],
  timeline: Timeline,
): Tallies {
  const everyone = makeTally(timeline);
  const fallback = makeTally(timeline);
  const bySkill = new Map(skills.map(({ id }) => [id, makeTally(timeline)]));
  const defaults = new Set(skills.filter(({ isDefault }) => isDefault).map(({ id }) => id));
  agents.forEach(({ agent, spans }, member) => {
    if (agent.status === "removed") return;
    const tallies = [everyone];
    for (const id of agent.skillIds) {
      const tally = bySkill.get(id);
      if (tally) tallies.push(tally);
    }
    if (agent.skillIds.some((id) => defaults.has(id))) tallies.push(fallback);
    for (const { startAt, endAt } of spans) {
      const [from, to] = timeline.segmentsOf(startAt, endAt);
      for (const tally of tallies) enter(tally, from, to, member);
    }
  });
  for (const tally of [everyone, fallback, ...bySkill.values()]) sumUp(tally);
  return { everyone, fallback, bySkill };
}

/** Tells of every instant at which somebody starts or ends. */
export function collectShifts(agents: readonly PlannedAgent[], add: (at: Instant) => void): void {
  for (const { spans } of agents) {
    for (const { startAt, endAt } of spans) {
      add(startAt);
      add(endAt);
    }
  }
}
