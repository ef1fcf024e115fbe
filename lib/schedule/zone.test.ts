import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "./local-date.ts";
import { at, date } from "./testing/dates.ts";
import { walkClock } from "./testing/slow-clock.ts";
import { ZONE_CASES } from "./testing/zones.ts";
import { asInstant } from "./types.ts";
import { dateAt, instantOf, isZone, minuteAt, minuteOnDay, offsetAt } from "./zone.ts";

describe("isZone", () => {
  it.each(["UTC", "Asia/Shanghai", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "America/Port-au-Prince"])(
    "knows %s",
    (name) => expect(isZone(name)).toBe(true),
  );

  it.each([
    "",
    "+08:00",
    "-0500",
    "GMT+1",
    "UTC+8",
    "Mars/Olympus",
    "Asia/",
    "/Shanghai",
    "Asia/Shanghai ",
    "8",
    "上海",
  ])("refuses %j", (name) => expect(isZone(name)).toBe(false));

  it("refuses anything too long to be a name", () => {
    expect(isZone("A".repeat(65))).toBe(false);
    expect(isZone(`Asia/${"x".repeat(100_000)}`)).toBe(false);
  });
});

describe("reading the wall clock", () => {
  it.each([
    ["2026-11-23T01:00Z", "Asia/Shanghai", "2026-11-23", 540, 480],
    ["2026-11-22T16:00Z", "Asia/Shanghai", "2026-11-23", 0, 480],
    ["2026-11-22T15:59:59.999Z", "Asia/Shanghai", "2026-11-22", 1439, 480],
    ["2026-11-01T05:30Z", "America/New_York", "2026-11-01", 90, -240],
    ["2026-11-01T06:30Z", "America/New_York", "2026-11-01", 90, -300],
    ["2026-12-31T18:30Z", "Asia/Kolkata", "2027-01-01", 0, 330],
    ["2026-06-14T12:00Z", "Pacific/Kiritimati", "2026-06-15", 120, 840],
    ["1969-12-31T23:59Z", "UTC", "1969-12-31", 1439, 0],
  ])("at %s %s has %s, minute %i, offset %i", (instant, zone, day, minute, offset) => {
    expect(dateAt(at(instant), zone)).toBe(day);
    expect(minuteAt(at(instant), zone)).toBe(minute);
    expect(offsetAt(at(instant), zone)).toBe(offset);
  });
});

describe("minuteOnDay", () => {
  const HOUR_MS = 3_600_000;

  it("is what the wall shows, on ordinary days and where the clocks change, within the day and beyond", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONE_CASES.map(({ zone, date: day }) => [zone, day] as const)),
        fc.integer({ min: -2, max: 2 }),
        fc.integer({ min: -30 * 60, max: 60 * 60 }),
        ([zone, changing], apart, minutes) => {
          const day = addDays(date(changing), apart);
          const startAt = instantOf(day, 0, zone, "first");
          const endAt = instantOf(addDays(day, 1), 0, zone, "first");
          const asked = asInstant(startAt + minutes * 60_000);
          expect(minuteOnDay(asked, { startAt, endAt }, zone)).toBe(minuteAt(asked, zone));
        },
      ),
    );
  });

  it("takes the day's end for the next midnight, and an hour that is skipped for skipped", () => {
    const zone = "Europe/Berlin";
    const startAt = instantOf(date("2026-03-29"), 0, zone, "first");
    const endAt = instantOf(date("2026-03-30"), 0, zone, "first");
    expect(minuteOnDay(endAt, { startAt, endAt }, zone)).toBe(0);
    expect(minuteOnDay(asInstant(startAt + 2 * HOUR_MS), { startAt, endAt }, zone)).toBe(180);
  });
});

describe("instantOf", () => {
  it.each([
    [
      "2026-11-23",
      540,
      "Asia/Shanghai",
      "2026-11-23T09:00+08:00",
      "2026-11-23T09:00+08:00",
      "an ordinary day",
    ],
    [
      "2026-11-23",
      1500,
      "Asia/Shanghai",
      "2026-11-24T01:00+08:00",
      "2026-11-24T01:00+08:00",
      "past midnight",
    ],
    [
      "2026-11-23",
      -60,
      "Asia/Shanghai",
      "2026-11-22T23:00+08:00",
      "2026-11-22T23:00+08:00",
      "before midnight",
    ],
    [
      "2026-03-08",
      119,
      "America/New_York",
      "2026-03-08T01:59-05:00",
      "2026-03-08T01:59-05:00",
      "before the gap",
    ],
    [
      "2026-03-08",
      120,
      "America/New_York",
      "2026-03-08T03:00-04:00",
      "2026-03-08T03:00-04:00",
      "the gap's start",
    ],
    ["2026-03-08", 150, "America/New_York", "2026-03-08T03:00-04:00", "2026-03-08T03:00-04:00", "in the gap"],
    [
      "2026-03-08",
      180,
      "America/New_York",
      "2026-03-08T03:00-04:00",
      "2026-03-08T03:00-04:00",
      "after the gap",
    ],
    ["2026-11-01", 60, "America/New_York", "2026-11-01T01:00-04:00", "2026-11-01T01:00-05:00", "doubled"],
    ["2026-11-01", 119, "America/New_York", "2026-11-01T01:59-04:00", "2026-11-01T01:59-05:00", "doubled"],
    ["2026-11-01", 120, "America/New_York", "2026-11-01T02:00-05:00", "2026-11-01T02:00-05:00", "once again"],
    ["2026-11-01", 0, "America/Havana", "2026-11-01T00:00-04:00", "2026-11-01T00:00-05:00", "midnight twice"],
    ["2026-03-08", 0, "America/Havana", "2026-03-08T01:00-04:00", "2026-03-08T01:00-04:00", "no midnight"],
    ["2026-10-29", 1410, "Africa/Cairo", "2026-10-29T23:30+03:00", "2026-10-29T23:30+02:00", "evening twice"],
    [
      "2026-10-30",
      0,
      "Africa/Cairo",
      "2026-10-30T00:00+02:00",
      "2026-10-30T00:00+02:00",
      "one midnight all the same",
    ],
    [
      "2026-10-04",
      135,
      "Australia/Lord_Howe",
      "2026-10-04T02:30+11:00",
      "2026-10-04T02:30+11:00",
      "half-hour gap",
    ],
    [
      "2026-04-05",
      105,
      "Australia/Lord_Howe",
      "2026-04-05T01:45+11:00",
      "2026-04-05T01:45+10:30",
      "half an hour twice",
    ],
    [
      "2011-12-30",
      720,
      "Pacific/Apia",
      "2011-12-31T00:00+14:00",
      "2011-12-31T00:00+14:00",
      "a day that never was",
    ],
    [
      "2010-11-06",
      1430,
      "America/St_Johns",
      "2010-11-06T23:50-02:30",
      "2010-11-06T23:50-03:30",
      "a change at 00:01",
    ],
  ] as const)("%s minute %i in %s", (day, minute, zone, first, last, _why) => {
    expect(instantOf(date(day), minute, zone, "first")).toBe(at(first));
    expect(instantOf(date(day), minute, zone, "last")).toBe(at(last));
  });

  it.each(ZONE_CASES)("agrees with a look at every minute: $zone, $what", ({ zone, date: middle }) => {
    const clock = walkClock(zone, middle);
    const midnight = Date.parse(`${middle}T00:00:00Z`) / 60_000;
    fc.assert(
      fc.property(
        fc.integer({ min: -3, max: 3 }),
        fc.integer({ min: -1440, max: 2880 }),
        fc.constantFrom("first", "last"),
        (days, minute, which) => {
          const wall = midnight + days * 1440 + minute;
          expect(instantOf(addDays(date(middle), days), minute, zone, which)).toBe(clock.find(wall, which));
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each(ZONE_CASES)(
    "comes back to any instant from what the clock shows: $zone, $what",
    ({ zone, date: middle }) => {
      const { minutes } = walkClock(zone, middle);
      const anyMinute = fc
        .integer({ min: 0, max: minutes.length - 1 })
        .map((i) => minutes[i]?.at ?? asInstant(0));
      fc.assert(
        fc.property(anyMinute, (instant) => {
          const [day, minute] = [dateAt(instant, zone), minuteAt(instant, zone)];
          const both = [instantOf(day, minute, zone, "first"), instantOf(day, minute, zone, "last")];
          expect(both).toContain(instant);
        }),
      );
    },
  );
});
