import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "./local-date.ts";
import { at, date } from "./testing/dates.ts";
import { ZONE_CASES } from "./testing/zones.ts";
import { asInstant } from "./types.ts";
import { dayIndexAt, weekOf } from "./week.ts";
import { dateAt } from "./zone.ts";

const HOUR_MS = 3_600_000;
const hoursOf = (day: string, zone: string, start: "mon" | "sun" = "mon") =>
  weekOf(date(day), start, zone).days.map(({ startAt, endAt }) => (endAt - startAt) / HOUR_MS);

describe("weekOf", () => {
  it("starts on the Monday of any of its days", () => {
    for (const day of ["2026-11-23", "2026-11-26", "2026-11-29"]) {
      const week = weekOf(date(day), "mon", "Asia/Shanghai");
      expect(week.days.map((one) => one.date)).toEqual([
        "2026-11-23",
        "2026-11-24",
        "2026-11-25",
        "2026-11-26",
        "2026-11-27",
        "2026-11-28",
        "2026-11-29",
      ]);
      expect(week.days.map((one) => one.weekday)).toEqual([1, 2, 3, 4, 5, 6, 7]);
      expect([week.startAt, week.endAt]).toEqual([
        at("2026-11-23T00:00+08:00"),
        at("2026-11-30T00:00+08:00"),
      ]);
    }
  });

  it("starts on the Sunday of any of its days", () => {
    for (const day of ["2026-11-22", "2026-11-23", "2026-11-28"]) {
      const week = weekOf(date(day), "sun", "Asia/Shanghai");
      expect(week.days[0].date).toBe("2026-11-22");
      expect(week.days.map((one) => one.weekday)).toEqual([7, 1, 2, 3, 4, 5, 6]);
    }
  });

  it.each([
    ["2026-03-08", "America/New_York", [24, 24, 24, 24, 24, 24, 23]],
    ["2026-11-01", "America/New_York", [24, 24, 24, 24, 24, 24, 25]],
    ["2026-10-04", "Australia/Lord_Howe", [24, 24, 24, 24, 24, 24, 23.5]],
    ["2026-04-05", "Australia/Lord_Howe", [24, 24, 24, 24, 24, 24, 24.5]],
    ["2026-03-08", "America/Havana", [24, 24, 24, 24, 24, 24, 23]],
    ["2026-11-01", "America/Havana", [24, 24, 24, 24, 24, 24, 25]],
    ["2026-04-24", "Africa/Cairo", [24, 24, 24, 24, 23, 24, 24]],
    ["2026-10-29", "Africa/Cairo", [24, 24, 24, 25, 24, 24, 24]],
    ["2011-12-30", "Pacific/Apia", [24, 24, 24, 24, 0, 24, 24]],
  ])("counts the hours of the days around %s in %s", (day, zone, hours) => {
    expect(hoursOf(day, zone)).toEqual(hours);
  });

  it("puts the short Sunday first when weeks start on it", () => {
    expect(hoursOf("2026-03-08", "America/New_York", "sun")).toEqual([23, 24, 24, 24, 24, 24, 24]);
  });

  it.each(["1970-01-01", "9999-12-31"])("has seven days at the ends of the calendar: %s", (day) => {
    expect(hoursOf(day, "UTC")).toEqual([24, 24, 24, 24, 24, 24, 24]);
    expect(hoursOf(day, "UTC", "sun")).toEqual([24, 24, 24, 24, 24, 24, 24]);
  });

  it.each(ZONE_CASES)("leaves no hole between days or weeks: $zone, $what", ({ zone, date: middle }) => {
    fc.assert(
      fc.property(fc.integer({ min: -9, max: 9 }), fc.constantFrom("mon", "sun"), (days, start) => {
        const day = addDays(date(middle), days);
        const week = weekOf(day, start, zone);
        const next = weekOf(addDays(day, 7), start, zone);
        const edges = [week.startAt, ...week.days.map(({ endAt }) => endAt)];
        expect(week.days.map(({ startAt }) => startAt)).toEqual(edges.slice(0, 7));
        expect(week.endAt).toBe(next.startAt);
        expect(week.days.map((one) => one.date)).toContain(day);
        for (const one of week.days) {
          if (one.startAt < one.endAt) expect(dateAt(one.startAt, zone)).toBe(one.date);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("dayIndexAt", () => {
  const week = weekOf(date("2026-11-01"), "mon", "America/New_York");

  it.each([
    ["2026-10-26T00:00-04:00", 0],
    ["2026-10-26T23:59:59.999-04:00", 0],
    ["2026-10-27T00:00-04:00", 1],
    ["2026-11-01T01:30-05:00", 6],
    ["2026-11-01T23:59:59.999-05:00", 6],
    ["2026-11-02T00:00-05:00", null],
    ["2026-10-25T23:59:59.999-04:00", null],
  ])("%s is day %s", (instant, index) => {
    expect(dayIndexAt(week, at(instant))).toBe(index);
  });

  it("names the date that the zone has, for any instant of the week", () => {
    fc.assert(
      fc.property(fc.integer({ min: week.startAt, max: week.endAt - 1 }), (epochMs) => {
        const index = dayIndexAt(week, asInstant(epochMs));
        expect(index === null ? null : week.days[index].date).toBe(dateAt(asInstant(epochMs), week.zone));
      }),
    );
  });
});
