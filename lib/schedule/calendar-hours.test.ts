import { describe, expect, it } from "vitest";
import { type Calendar, hoursLike, layHours } from "./calendar-hours.ts";
import { at, date } from "./testing/dates.ts";
import type { WeeklyRule } from "./types.ts";
import { weekOf } from "./week.ts";

const zone = "Asia/Shanghai";
const week = weekOf(date("2026-11-23"), "mon", zone);
const weekdays: WeeklyRule = { weekdays: [1, 2, 3, 4, 5], start: 540, end: 1080 };
const fridayNight: WeeklyRule = { weekdays: [5], start: 1320, end: 120 };
const none: Calendar = { holidays: [], workdays: [] };
const holiday = (day: string): Calendar => ({ ...none, holidays: [{ date: date(day), name: "holiday" }] });
const workday = (day: string, like: 1 | 5): Calendar => ({
  ...none,
  workdays: [{ date: date(day), like, name: null }],
});

/** Local times of the desk, `26T09:00-26T18:00`. */
const laid = (rules: readonly WeeklyRule[], calendar: Calendar) =>
  layHours(rules, calendar, zone, week).map((interval) =>
    interval.map((edge) => new Date(edge + 8 * 3_600_000).toISOString().slice(8, 16)).join("-"),
  );

describe("hoursLike", () => {
  const calendar: Calendar = {
    holidays: [{ date: date("2026-11-26"), name: "holiday" }],
    workdays: [
      { date: date("2026-11-28"), like: 5, name: null },
      { date: date("2026-11-26"), like: 1, name: null },
    ],
  };
  it.each([
    ["2026-11-27", 5, "an ordinary Friday"],
    ["2026-11-28", 5, "a Saturday that is worked like a Friday"],
    ["2026-11-26", null, "a holiday, though it is named a workday too"],
    ["2026-11-29", 7, "an ordinary Sunday"],
  ] as const)("%s: %s, %s", (day, weekday, _why) => {
    expect(hoursLike(date(day), calendar)).toBe(weekday);
  });
});

describe("layHours", () => {
  it("lays weekly hours on the days of a week", () => {
    expect(laid([weekdays], none)).toEqual([
      "23T09:00-23T18:00",
      "24T09:00-24T18:00",
      "25T09:00-25T18:00",
      "26T09:00-26T18:00",
      "27T09:00-27T18:00",
    ]);
  });

  it("leaves out a holiday, and gives a workday the hours of another day", () => {
    expect(laid([weekdays], holiday("2026-11-25"))).not.toContain("25T09:00-25T18:00");
    expect(laid([weekdays], workday("2026-11-29", 1))).toContain("29T09:00-29T18:00");
  });

  it("lets a night run on into the next day", () => {
    expect(laid([fridayNight], none)).toEqual(["27T22:00-28T02:00"]);
  });

  it("ends a night at the midnight of a holiday", () => {
    expect(laid([fridayNight], holiday("2026-11-28"))).toEqual(["27T22:00-28T00:00"]);
  });

  it("clips to the bounds, and reaches back to the night before them", () => {
    const sundayNight: WeeklyRule = { weekdays: [7], start: 1320, end: 120 };
    expect(laid([sundayNight], none)).toEqual(["23T00:00-23T02:00", "29T22:00-30T00:00"]);
  });

  it("joins hours that touch over midnight into one stretch", () => {
    expect(laid([{ weekdays: [1, 2, 3, 4, 5, 6, 7], start: 0, end: 1440 }], none)).toEqual([
      "23T00:00-30T00:00",
    ]);
  });

  it("keeps wall-clock hours through a clock change", () => {
    const newYork = weekOf(date("2026-11-01"), "mon", "America/New_York");
    const sundays = layHours(
      [{ weekdays: [6, 7], start: 540, end: 1080 }],
      none,
      "America/New_York",
      newYork,
    );
    expect(sundays).toEqual([
      [at("2026-10-31T09:00-04:00"), at("2026-10-31T18:00-04:00")],
      [at("2026-11-01T09:00-05:00"), at("2026-11-01T18:00-05:00")],
    ]);
  });

  it("reaches back to a midnight that occurs twice, where the day before ends at the second", () => {
    const havana = weekOf(date("2026-11-01"), "sun", "America/Havana");
    expect(layHours([{ weekdays: [6], start: 1080, end: 1440 }], none, "America/Havana", havana)).toEqual([
      [at("2026-11-01T00:00-04:00"), at("2026-11-01T00:00-05:00")],
      [at("2026-11-07T18:00-05:00"), at("2026-11-08T00:00-05:00")],
    ]);
  });

  it("of no rules is nothing", () => {
    expect(laid([], none)).toEqual([]);
  });
});
