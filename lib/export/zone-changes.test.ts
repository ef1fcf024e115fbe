import { describe, expect, it } from "vitest";
import { ZONE_CASES } from "#lib/schedule/testing/zones.ts";
import { asInstant } from "#lib/schedule/types.ts";
import { MINUTE_MS, offsetAt } from "#lib/schedule/zone.ts";
import { findZoneChanges } from "./zone-changes.ts";

describe("findZoneChanges", () => {
  it.each([
    ["America/New_York", "2026-03-08", 120, -300, -240],
    ["America/New_York", "2026-11-01", 120, -240, -300],
    ["Europe/London", "2026-03-29", 60, 0, 60],
    ["Australia/Lord_Howe", "2026-10-04", 120, 630, 660],
    ["America/Havana", "2026-03-08", 0, -300, -240],
    ["America/Havana", "2026-11-01", 60, -240, -300],
    ["Africa/Cairo", "2026-10-30", 0, 180, 120],
    ["Pacific/Apia", "2011-12-30", 0, -600, 840],
  ])("in %s on %s at minute %i of the old clock", (zone, date, minute, from, to) => {
    const year = Number(date.slice(0, 4));
    expect(findZoneChanges(zone, year, year + 1)).toContainEqual({ date, minute, from, to });
  });

  it.each(["Asia/Shanghai", "Asia/Kolkata", "UTC"])("finds none in %s", (zone) => {
    expect(findZoneChanges(zone, 2026, 2056)).toEqual([]);
  });

  it.each([...new Set(ZONE_CASES.map(({ zone }) => zone)), "Africa/Casablanca", "Asia/Gaza"])(
    "finds in %s what a look every day finds",
    (zone) => {
      const stepMs = 1440 * MINUTE_MS;
      const slow: (readonly [number, number])[] = [];
      for (let at = Date.UTC(2009, 0); at < Date.UTC(2028, 0); at += stepMs) {
        const [from, to] = [offsetAt(asInstant(at), zone), offsetAt(asInstant(at + stepMs), zone)];
        if (from !== to) slow.push([from, to]);
      }
      expect(findZoneChanges(zone, 2009, 2028).map(({ from, to }) => [from, to])).toEqual(slow);
    },
  );

  it("holds changes of the years it is asked for and of no others", () => {
    const dates = findZoneChanges("Europe/Berlin", 2026, 2028).map(({ date }) => date);
    expect(dates).toEqual(["2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31"]);
  });
});
