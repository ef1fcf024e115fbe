import { collectShifts, countAgents, type PlannedAgent } from "./tally.ts";
import { makeTimeline } from "./timeline.ts";
import type { Instant, Skill } from "./types.ts";

/** The next drop: "18:00: 6 → 1". */
export interface Cliff {
  readonly at: Instant;
  /** Planned agents just before and from then on. */
  readonly before: number;
  readonly after: number;
  /** Skills that lose their last specialist at that moment, in the order of the desk's skills. */
  readonly skillsLost: readonly string[];
}

/**
 * The first moment in (`now`, `until`) at which fewer are on shift than just before, or a skill loses its last
 * specialist even though another agent takes the place. Null where nothing drops. Spans must be true up to `until`.
 */
export function nextCliff(
  agents: readonly PlannedAgent[],
  skills: readonly Skill[],
  now: Instant,
  until: Instant,
): Cliff | null {
  const timeline = makeTimeline({ startAt: now, endAt: until }, (add) => collectShifts(agents, add));
  const { everyone, bySkill } = countAgents(agents, skills, timeline);
  for (let i = 1; i < timeline.segments; i++) {
    const before = everyone.counts[i - 1] ?? 0;
    const after = everyone.counts[i] ?? 0;
    const skillsLost = [...bySkill].filter(([, { counts }]) => counts[i] === 0 && (counts[i - 1] ?? 0) > 0);
    const at = timeline.edges[i];
    if (at !== undefined && (after < before || skillsLost.length > 0)) {
      return { at, before, after, skillsLost: skillsLost.map(([skill]) => skill) };
    }
  }
  return null;
}

/** A moment at which agents come or go. */
export interface ShiftChange {
  readonly at: Instant;
  /** Ids, in the order of `agents`. */
  readonly arrive: readonly string[];
  readonly leave: readonly string[];
}

/** Every change in (`now`, `until`), soonest first. */
export function upcomingChanges(
  agents: readonly PlannedAgent[],
  now: Instant,
  until: Instant,
): readonly ShiftChange[] {
  const changes = new Map<Instant, { at: Instant; arrive: string[]; leave: string[] }>();
  const at = (instant: Instant) => {
    const change = changes.get(instant) ?? { at: instant, arrive: [], leave: [] };
    changes.set(instant, change);
    return change;
  };
  for (const { agent, spans } of agents) {
    if (agent.status === "removed") continue;
    for (const { startAt, endAt } of spans) {
      if (now < startAt && startAt < until) at(startAt).arrive.push(agent.id);
      if (now < endAt && endAt < until) at(endAt).leave.push(agent.id);
    }
  }
  return [...changes.values()].sort((a, b) => a.at - b.at);
}
