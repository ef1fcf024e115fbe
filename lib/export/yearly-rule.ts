import { weekdayOf } from "#lib/schedule/local-date.ts";
import type { LocalDate } from "#lib/schedule/types.ts";

/** The two letters of RFC 5545 for 1 = Monday … 7 = Sunday. */
const WEEKDAY_CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

interface DateParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** Seven days of a month, in which a weekday stands once: `firstDay` to `firstDay + 6`. */
interface DayWindow {
  readonly firstDay: (date: DateParts) => number;
  readonly rule: string;
}

/**
 * The yearly rule (RFC 5545, RRULE) that gives exactly these dates, one a year, without a year left out; null where
 * there is none. Clock changes are ruled as the n-th weekday of a month, as the last, or as the first one from a day on:
 * `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU`. The more years are given, the surer the rule: with 28 every alignment of days
 * and weekdays has come up.
 */
export function findYearlyRule(dates: readonly LocalDate[]): string | null {
  const [first] = dates;
  if (first === undefined || !dates.every((date) => weekdayOf(date) === weekdayOf(first))) return null;
  const parts = dates.map(partsOf);
  const { year = 0, month = 0 } = parts[0] ?? {};
  if (!parts.every((date, i) => date.month === month && date.year === year + i)) return null;
  const fitting = windowsFor(parts, WEEKDAY_CODES[weekdayOf(first) - 1] ?? "").find(({ firstDay }) =>
    parts.every((date) => firstDay(date) <= date.day && date.day < firstDay(date) + 7),
  );
  return fitting ? `FREQ=YEARLY;BYMONTH=${month};${fitting.rule}` : null;
}

function windowsFor(parts: readonly DateParts[], code: string): readonly DayWindow[] {
  const earliest = Math.min(...parts.map(({ day }) => day));
  const days = [0, 1, 2, 3, 4, 5, 6].map((after) => earliest + after);
  return [
    ...[1, 2, 3, 4].map((n) => ({ firstDay: () => 7 * n - 6, rule: `BYDAY=${n}${code}` })),
    { firstDay: (date) => lengthOfMonth(date) - 6, rule: `BYDAY=-1${code}` },
    { firstDay: () => earliest, rule: `BYMONTHDAY=${days.join(",")};BYDAY=${code}` },
  ];
}

function partsOf(date: LocalDate): DateParts {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return { year, month, day };
}

/** Day 0 of the next month is the last of this one. */
function lengthOfMonth({ year, month }: DateParts): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
