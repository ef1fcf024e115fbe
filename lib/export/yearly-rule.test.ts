import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addDays, weekdayOf } from "#lib/schedule/local-date.ts";
import { date } from "#lib/schedule/testing/dates.ts";
import type { LocalDate } from "#lib/schedule/types.ts";
import { Recur, wallTime } from "./ical.ts";
import { findYearlyRule } from "./yearly-rule.ts";

describe("findYearlyRule", () => {
  it.each([
    ["the second Sunday of March", ["2025-03-09", "2026-03-08", "2027-03-14"], "BYMONTH=3;BYDAY=2SU"],
    ["the last Sunday of October", ["2025-10-26", "2026-10-25", "2027-10-31"], "BYMONTH=10;BYDAY=-1SU"],
    [
      "the Saturday before the last Sunday of March",
      ["2028-03-25", "2029-03-24", "2030-03-30"],
      "BYMONTH=3;BYMONTHDAY=24,25,26,27,28,29,30;BYDAY=SA",
    ],
  ])("finds %s", (_, dates, rule) => {
    expect(findYearlyRule(dates.map(date))).toBe(`FREQ=YEARLY;${rule}`);
  });

  it.each([
    ["no date at all", []],
    ["a year left out", ["2025-03-09", "2027-03-14"]],
    ["a year with two", ["2025-03-09", "2025-03-16", "2026-03-08"]],
    ["two months", ["2029-10-26", "2030-11-01"]],
    ["two weekdays", ["2025-03-09", "2026-03-09"]],
    ["more than a week between the days", ["2025-03-02", "2026-03-15"]],
  ])("finds none in %s", (_, dates) => expect(findYearlyRule(dates.map(date))).toBeNull());

  /** The first `weekday` from a day of the month on, in 30 years. */
  const datesFrom = (firstYear: number, month: number, day: number, weekday: number): readonly LocalDate[] =>
    Array.from({ length: 30 }, (_, i) => {
      const from = date(`${firstYear + i}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
      return addDays(from, (weekday - weekdayOf(from) + 7) % 7);
    });

  test("finds a rule that gives the very dates, by another's reading of rules", () => {
    const [year, month] = [fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 1, max: 12 })];
    const day = fc.integer({ min: 1, max: 22 });
    fc.assert(
      fc.property(year, month, day, fc.integer({ min: 1, max: 7 }), (...given) => {
        const dates = datesFrom(...given);
        const [first = date("1970-01-01")] = dates;
        const rule = findYearlyRule(dates);
        expect(rule).not.toBeNull();
        const next = Recur.fromString(rule ?? "").iterator(wallTime(first, 0));
        expect(dates.map(() => next.next().toString().slice(0, 10))).toEqual(dates);
      }),
    );
  });
});
