import type { Leave } from "./coverage-plan.ts";
import {
  contains,
  type Interval,
  type IntervalList,
  intersect,
  intersects,
  merge,
  subtract,
  totalLength,
} from "./interval.ts";
import { addDays } from "./local-date.ts";
import { type Agent, type Instant, type LocalDate, type Span, WEEK_MINUTES } from "./types.ts";
import { instantOf } from "./zone.ts";

/** When an agent is away, by leave or in a what-if: the times in which a block that starts does not count. */
export type AbsencesOf = (agent: Agent) => IntervalList<Instant>;

/** The calendar days `from` to `to` of `zone`, both inclusive, as instants. */
export function daysAsInterval(from: LocalDate, to: LocalDate, zone: string): Interval<Instant> {
  return [instantOf(from, 0, zone, "first"), instantOf(addDays(to, 1), 0, zone, "first")];
}

/** The absences that leave makes (product.md, section 6); dates are days of the desk's zone. */
export function absencesByLeave(leave: readonly Leave[], zone: string): AbsencesOf {
  const byAgent = Map.groupBy(leave, (one) => one.agent);
  return ({ id }) => {
    const own = byAgent.get(id);
    return own ? merge(own.map(({ from, to }) => daysAsInterval(from, to, zone))) : [];
  };
}

export interface SplitSpans {
  /** What counts. */
  readonly present: readonly Span[];
  /** What an absence takes out: drawn, but not counted. */
  readonly absent: readonly Span[];
}

/**
 * Takes the blocks that start during an absence out of an agent's spans, each as a whole: the night that began
 * before a leave is still worked to its end. A round-the-clock week has no start, so exactly the absence is cut out.
 */
export function splitAbsent(
  week: Agent["week"],
  spans: readonly Span[],
  absences: IntervalList<Instant>,
): SplitSpans {
  if (absences.length === 0) return { present: spans, absent: [] };
  if (totalLength(week) === WEEK_MINUTES) {
    const planned = spans.map(({ startAt, endAt }): Interval<Instant> => [startAt, endAt]);
    return { present: asSpans(subtract(planned, absences)), absent: asSpans(intersect(planned, absences)) };
  }
  const isAbsent = ({ startAt }: Span) => absences.some((absence) => contains(absence, startAt));
  return { present: spans.filter((span) => !isAbsent(span)), absent: spans.filter(isAbsent) };
}

/** Whether an agent is away at any time of a span. */
export function isAwayDuring(absences: IntervalList<Instant>, { startAt, endAt }: Span): boolean {
  return absences.some((absence) => intersects(absence, [startAt, endAt]));
}

const asSpans = (list: IntervalList<Instant>): readonly Span[] =>
  list.map(([startAt, endAt]) => ({ startAt, endAt }));
