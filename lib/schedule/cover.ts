import { type AbsencesOf, isAwayDuring } from "./absence.ts";
import { compareCodeUnits } from "./facets.ts";
import type { PlannedAgent } from "./tally.ts";
import type { Agent, Span } from "./types.ts";

/** Somebody who could cover a gap. */
export interface Cover {
  readonly agent: Agent;
  /** From the gap to the nearest end of an own shift, in ms: 0 where they touch, null without any shift. */
  readonly distanceMs: number | null;
  /** Planned in the week on screen, in ms. */
  readonly plannedMs: number;
}

/**
 * Who can cover a stretch: agents who hold the skill (any agent, where it is null), were not removed, and are free for
 * all of it: not planned, not away. First those whose own shift lies closest (without any: last), then those with the
 * fewest hours in the week, then by name.
 */
export function whoCanCover(
  gap: Span & { readonly skill: string | null },
  agents: readonly PlannedAgent[],
  absencesOf: AbsencesOf,
  week: Span,
): readonly Cover[] {
  const covers = agents.flatMap(({ agent, spans }): Cover[] => {
    if (agent.status === "removed") return [];
    if (gap.skill !== null && !agent.skillIds.includes(gap.skill)) return [];
    if (spans.some((span) => sharedMs(span, gap) > 0) || isAwayDuring(absencesOf(agent), gap)) return [];
    const distances = spans.map((span) => distanceMs(span, gap));
    return [
      {
        agent,
        distanceMs: distances.length === 0 ? null : Math.min(...distances),
        plannedMs: spans.reduce((sum, span) => sum + sharedMs(span, week), 0),
      },
    ];
  });
  return covers.sort(
    (a, b) =>
      // Two agents without any shift are equally far: infinity minus itself is no number.
      (a.distanceMs === b.distanceMs ? 0 : farness(a) - farness(b)) ||
      a.plannedMs - b.plannedMs ||
      compareCodeUnits(a.agent.sortKey, b.agent.sortKey) ||
      compareCodeUnits(a.agent.id, b.agent.id),
  );
}

const farness = ({ distanceMs: ms }: Cover) => ms ?? Number.POSITIVE_INFINITY;

const sharedMs = (a: Span, b: Span) =>
  Math.max(0, Math.min(a.endAt, b.endAt) - Math.max(a.startAt, b.startAt));

/** The time between two spans that share none. */
const distanceMs = (a: Span, b: Span) => Math.max(a.startAt - b.endAt, b.startAt - a.endAt);
