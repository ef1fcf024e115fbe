import type { CoveragePlan } from "./coverage-plan.ts";
import { weekFromRules } from "./expand.ts";
import { clip, type Interval, type IntervalList, merge } from "./interval.ts";
import { addDays, weekdayOf } from "./local-date.ts";
import {
  DAY_MINUTES,
  type Instant,
  type LocalDate,
  type Span,
  type Weekday,
  type WeeklyRule,
} from "./types.ts";
import { dateAt, instantOf } from "./zone.ts";

export type Calendar = Pick<CoveragePlan, "holidays" | "workdays">;

/**
 * The weekday whose hours a date has: its own, that of a workday's `like`, or null on a holiday.
 * A date that is named as both is a holiday.
 */
export function hoursLike(date: LocalDate, { holidays, workdays }: Calendar): Weekday | null {
  if (holidays.some((holiday) => holiday.date === date)) return null;
  return workdays.find((workday) => workday.date === date)?.like ?? weekdayOf(date);
}

/**
 * Lays opening hours or a minimum's times on the calendar of `zone`, as instants within `bounds`.
 *
 * Every date takes the hours of one day of the template whole, or none. So an overnight rule has its part after
 * midnight on the next day, as in product.md section 2: a holiday ends the night before at 00:00, and a workday like
 * Friday begins with what Thursday's night leaves on a Friday.
 */
export function layHours(
  rules: readonly WeeklyRule[],
  calendar: Calendar,
  zone: string,
  bounds: Span,
): IntervalList<Instant> {
  const { week } = weekFromRules(rules);
  const laid = datesAround(bounds, zone).flatMap((date) => {
    const like = hoursLike(date, calendar);
    if (like === null) return [];
    const midnight = (like - 1) * DAY_MINUTES;
    const day: Interval = [midnight, midnight + DAY_MINUTES];
    return clip(week, day).map(
      ([start, end]): Interval<Instant> => [
        instantOf(date, start - midnight, zone, "first"),
        instantOf(date, end - midnight, zone, "last"),
      ],
    );
  });
  return clip(merge(laid), [bounds.startAt, bounds.endAt]);
}

/** The dates that the bounds touch, and the one before: its end may be a midnight that occurs a second time. */
function datesAround({ startAt, endAt }: Span, zone: string): LocalDate[] {
  const last = dateAt(endAt, zone);
  const dates: LocalDate[] = [];
  for (let date = addDays(dateAt(startAt, zone), -1); date <= last; date = addDays(date, 1)) dates.push(date);
  return dates;
}
