import { merge } from "./interval.ts";
import { addDays, mondayOf } from "./local-date.ts";
import {
  asInstant,
  DAY_MINUTES,
  type Instant,
  type LocalDate,
  type Span,
  WEEK_MINUTES,
  type WeekBlock,
  type WeeklyRule,
} from "./types.ts";
import { dateAt, instantOf, MINUTE_MS, offsetAt } from "./zone.ts";

/**
 * The weekly template of an agent's rules (product.md, section 2): overnight rules run on into the next day, Sunday's
 * into Monday; rules that overlap or touch become one block. What runs over Sunday midnight stands as two blocks.
 * `overlaps`: some minute is covered twice (touching is not). Rules with end = start cover nothing.
 */
export function weekFromRules(rules: readonly WeeklyRule[]): {
  readonly week: readonly WeekBlock[];
  readonly overlaps: boolean;
} {
  const blocks = rules.flatMap(blocksOfRule).sort(([a], [b]) => a - b);
  const overlaps = blocks.some(([start], i) => start < (blocks[i - 1]?.[1] ?? 0));
  return { week: merge(blocks), overlaps };
}

function blocksOfRule({ weekdays, start, end }: WeeklyRule): WeekBlock[] {
  if (start === end) return [];
  const length = end > start ? end - start : end + DAY_MINUTES - start;
  return weekdays.flatMap((weekday): WeekBlock[] => {
    const from = (weekday - 1) * DAY_MINUTES + start;
    const until = from + length;
    if (until <= WEEK_MINUTES) return [[from, until]];
    return [
      [from, WEEK_MINUTES],
      [0, until - WEEK_MINUTES],
    ];
  });
}

/**
 * Makes the function that turns weekly templates of a desk in `zone` into instants.
 *
 * It gives every span that intersects `range`, sorted, whole rather than clipped (so that a night shift keeps its
 * name) and merged across midnights; a round-the-clock template is bounded by one week on either side of the range's
 * weeks. A block's start that occurs twice means its first occurrence, an end its last; a skipped time is the first
 * instant after the gap, and a block that this leaves empty is dropped (product.md, section 2).
 *
 * Make it once for a roster: what it learns of the zone is shared by all agents.
 */
export function makeExpander(zone: string, range: Span): (week: readonly WeekBlock[]) => readonly Span[] {
  const clocks = mondaysAround(zone, range).map((monday) => makeWeekClock(monday, zone));
  return (week) => {
    const spans: { startAt: Instant; endAt: Instant }[] = [];
    for (const clock of clocks) {
      for (const [start, end] of week) {
        // Starts and ends come in order, since neither reading of a wall clock ever runs backwards.
        const startAt = clock(start, "first");
        const endAt = clock(end, "last");
        const last = spans.at(-1);
        if (startAt >= endAt) continue;
        if (last && startAt <= last.endAt) last.endAt = endAt;
        else spans.push({ startAt, endAt });
      }
    }
    return spans.filter(({ startAt, endAt }) => startAt < range.endAt && endAt > range.startAt);
  };
}

/** The Mondays of the weeks that the range touches, and of one more on either side: no block reaches further. */
function mondaysAround(zone: string, range: Span): LocalDate[] {
  const last = addDays(mondayOf(dateAt(range.endAt, zone)), 7);
  const mondays: LocalDate[] = [];
  for (
    let monday = addDays(mondayOf(dateAt(range.startAt, zone)), -7);
    monday <= last;
    monday = addDays(monday, 7)
  ) {
    mondays.push(monday);
  }
  return mondays;
}

type WeekClock = (weekMinute: number, which: "first" | "last") => Instant;

/** Week minutes of the week of `monday` as instants: by plain sums, or in a week of a clock change by a kept table. */
function makeWeekClock(monday: LocalDate, zone: string): WeekClock {
  const mondayAt = instantOf(monday, 0, zone, "first");
  if (isEvenWeek(mondayAt, zone)) return (weekMinute) => asInstant(mondayAt + weekMinute * MINUTE_MS);
  const known = { first: new Map<number, Instant>(), last: new Map<number, Instant>() };
  return (weekMinute, which) => {
    const kept = known[which].get(weekMinute);
    if (kept !== undefined) return kept;
    const at = instantOf(monday, weekMinute, zone, which);
    known[which].set(weekMinute, at);
    return at;
  };
}

/** Whether the zone keeps one offset from a day before the week to a day after it. */
function isEvenWeek(mondayAt: Instant, zone: string): boolean {
  const offset = offsetAt(mondayAt, zone);
  return [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8].every(
    (day) => offsetAt(asInstant(mondayAt + day * DAY_MINUTES * MINUTE_MS), zone) === offset,
  );
}
