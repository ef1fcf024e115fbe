import { addDays, weekdayOf } from "./local-date.ts";
import type { Day, Instant, LocalDate, Week, WeekStart } from "./types.ts";
import { instantOf } from "./zone.ts";

export { addDays, daysBetween, isoWeekOf, mondayOf, readLocalDate, weekdayOf } from "./local-date.ts";

/**
 * The seven days around `date` that start on its Monday or Sunday, as instants of `zone`. A day runs from the first
 * instant of its date to the first of the next: 23 or 25 hours where the clocks change, and no time at all on a date
 * that a zone skipped (Apia, 2011-12-30).
 */
export function weekOf(date: LocalDate, start: WeekStart, zone: string): Week {
  const sinceStart = start === "mon" ? weekdayOf(date) - 1 : weekdayOf(date) % 7;
  const first = addDays(date, -sinceStart);
  const day = (index: DayIndex) => dayOf(addDays(first, index), zone);
  const days: Week["days"] = [day(0), day(1), day(2), day(3), day(4), day(5), day(6)];
  return { zone, start, days, startAt: days[0].startAt, endAt: days[6].endAt };
}

function dayOf(date: LocalDate, zone: string): Day {
  return {
    date,
    weekday: weekdayOf(date),
    startAt: instantOf(date, 0, zone, "first"),
    endAt: instantOf(addDays(date, 1), 0, zone, "first"),
  };
}

/** Position of a day in its week. */
export type DayIndex = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const DAY_INDEXES = [0, 1, 2, 3, 4, 5, 6] as const;

/** Which day of `week` holds `at`; null before its first instant and from its last on (half-open). */
export function dayIndexAt(week: Week, at: Instant): DayIndex | null {
  const index = week.days.findIndex((day) => day.startAt <= at && at < day.endAt);
  return DAY_INDEXES[index] ?? null;
}
