import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  dateOfDayNumber,
  daysBetween,
  isoWeekOf,
  mondayOf,
  readLocalDate,
  weekdayOf,
} from "./local-date.ts";
import { date } from "./testing/dates.ts";

const dates = fc.integer({ min: 0, max: 2_932_896 }).map(dateOfDayNumber);

describe("readLocalDate", () => {
  it.each(["1970-01-01", "2024-02-29", "2000-02-29", "2026-11-23", "9999-12-31"])("reads %s", (text) => {
    expect(readLocalDate(text)).toBe(text);
  });

  it.each([
    ["2026-02-29", "not a leap year"],
    ["2100-02-29", "a century is none either"],
    ["2026-04-31", "April has 30"],
    ["2026-13-01", "no such month"],
    ["2026-00-10", "no such month"],
    ["2026-01-00", "no such day"],
    ["1969-12-31", "before all instants"],
    ["10000-01-01", "five digits"],
    ["2026-1-1", "unpadded"],
    ["20261123", "no hyphens"],
    ["2026-11-23T00:00", "a time"],
    [" 2026-11-23", "a blank"],
    ["2026-11-23\n", "a line end"],
    ["２０２６-11-23", "full-width digits"],
    ["", "nothing"],
  ])("refuses %j: %s", (text) => {
    expect(readLocalDate(text)).toBeUndefined();
  });

  it("reads every day that it writes", () => {
    fc.assert(
      fc.property(dates, (day) => {
        expect(readLocalDate(day)).toBe(day);
      }),
    );
  });
});

describe("the calendar", () => {
  it.each([
    ["2026-12-31", 1, "2027-01-01"],
    ["2028-02-28", 1, "2028-02-29"],
    ["2027-02-28", 1, "2027-03-01"],
    ["2026-03-08", -7, "2026-03-01"],
    ["9999-12-31", 1, "+010000-01-01"],
    ["1970-01-01", -1, "1969-12-31"],
  ])("%s plus %i days is %s", (from, days, to) => {
    expect(addDays(date(from), days)).toBe(to);
  });

  it("adds and counts as inverses", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
        expect(addDays(addDays(day, days), -days)).toBe(day);
      }),
    );
  });

  it.each([
    ["1970-01-01", 4],
    ["2026-11-23", 1],
    ["2026-11-29", 7],
    ["2028-02-29", 2],
    ["2026-12-31", 4],
  ])("%s is weekday %i", (day, weekday) => {
    expect(weekdayOf(date(day))).toBe(weekday);
  });

  it("agrees with the runtime about weekdays, also before 1970", () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 2_900_000 }), (number) => {
        const day = dateOfDayNumber(number);
        expect(weekdayOf(day) % 7).toBe(new Date(`${day}T00:00:00Z`).getUTCDay());
      }),
    );
  });

  it("finds the Monday at or before a day", () => {
    fc.assert(
      fc.property(dates, (day) => {
        const monday = mondayOf(day);
        expect(weekdayOf(monday)).toBe(1);
        expect(daysBetween(monday, day)).toBe(weekdayOf(day) - 1);
      }),
    );
  });
});

describe("isoWeekOf", () => {
  it.each([
    ["2026-01-01", 2026, 1],
    ["2026-12-31", 2026, 53],
    ["2027-01-01", 2026, 53],
    ["2027-01-04", 2027, 1],
    ["2024-12-30", 2025, 1],
    ["2021-01-03", 2020, 53],
    ["2023-01-01", 2022, 52],
    ["9999-12-31", 9999, 52],
  ])("%s is in week %i-W%i", (day, year, week) => {
    expect(isoWeekOf(date(day))).toEqual({ year, week });
  });

  it("goes up by one a week, and starts again with the week of 4 January", () => {
    fc.assert(
      fc.property(dates, (day) => {
        const { year, week } = isoWeekOf(day);
        const next = isoWeekOf(addDays(day, 7));
        const fourth = isoWeekOf(date(`${day.slice(0, 4)}-01-04`));
        expect(fourth).toEqual({ year: Number(day.slice(0, 4)), week: 1 });
        expect(next).toEqual(next.week === 1 ? { year: year + 1, week: 1 } : { year, week: week + 1 });
      }),
    );
  });
});
