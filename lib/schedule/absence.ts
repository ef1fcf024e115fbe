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
import { joinBlocks } from "./join-blocks.ts";
import { addDays } from "./local-date.ts";
import {
  type Agent,
  type Instant,
  type LocalDate,
  type PlannedSpan,
  type Span,
  WEEK_MINUTES,
} from "./types.ts";
import { instantOf } from "./zone.ts";

/** When an agent is away, by leave or in a what-if: the times in which a block that starts does not count. */
export type AbsencesOf = (agent: Agent) => IntervalList<Instant>;

/** The calendar days `from` to `to` of `zone`, both inclusive, as instants. */
export function daysAsInterval(from: LocalDate, to: LocalDate, zone: string): Interval<Instant> {
  return [instantOf(from, 0, zone, "first"), instantOf(addDays(to, 1), 0, zone, "first")];
}

const NEVER: IntervalList<Instant> = [];

/** The absences that leave makes (product.md, section 6); dates are days of the desk's zone. */
export function absencesByLeave(leave: readonly Leave[], zone: string): AbsencesOf {
  if (leave.length === 0) return () => NEVER;
  const byAgent = Map.groupBy(leave, (one) => one.agent);
  return ({ id }) => {
    const own = byAgent.get(id);
    return own ? merge(own.map(({ from, to }) => daysAsInterval(from, to, zone))) : NEVER;
  };
}

export interface SplitSpans {
  /** What counts. */
  readonly present: readonly PlannedSpan[];
  /** What an absence takes out: drawn, but not counted. */
  readonly absent: readonly Span[];
}

/**
 * Takes the blocks that start during an absence out of an agent's spans, each as a whole: the night that began
 * before a leave is still worked to its end. A round-the-clock week has no start, so exactly the absence is cut out.
 * Of blocks that a clock change made one span, each goes or stays by itself; what two of them share stays with the one
 * that stays.
 */
export function splitAbsent(
  week: Agent["week"],
  spans: readonly PlannedSpan[],
  absences: IntervalList<Instant>,
): SplitSpans {
  if (absences.length === 0) return { present: spans, absent: [] };
  if (totalLength(week) === WEEK_MINUTES) {
    const planned = spans.map(asInterval);
    return { present: asSpans(subtract(planned, absences)), absent: asSpans(intersect(planned, absences)) };
  }
  const isAbsent = ({ startAt }: Span) => absences.some((absence) => contains(absence, startAt));
  const present: PlannedSpan[] = [];
  const absent: Span[] = [];
  for (const span of spans) {
    if (span.blocks === undefined) {
      if (isAbsent(span)) absent.push(span);
      else present.push(span);
      continue;
    }
    const away = span.blocks.filter(isAbsent);
    const there = span.blocks.filter((block) => !isAbsent(block));
    present.push(...joinBlocks(there));
    absent.push(...asSpans(subtract(merge(away.map(asInterval)), merge(there.map(asInterval)))));
  }
  return { present, absent };
}

/** Whether an agent is away at any time of a span. */
export function isAwayDuring(absences: IntervalList<Instant>, { startAt, endAt }: Span): boolean {
  return absences.some((absence) => intersects(absence, [startAt, endAt]));
}

const asInterval = ({ startAt, endAt }: Span): Interval<Instant> => [startAt, endAt];
const asSpans = (list: IntervalList<Instant>): readonly Span[] =>
  list.map(([startAt, endAt]) => ({ startAt, endAt }));
