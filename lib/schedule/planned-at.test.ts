import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeExpander } from "./expand.ts";
import { planOf } from "./plan.ts";
import { makePlannedAt } from "./planned-at.ts";
import { weeks } from "./testing/arbitraries.ts";
import { at, date } from "./testing/dates.ts";
import { ZONE_CASES } from "./testing/zones.ts";
import { asInstant } from "./types.ts";
import { instantOf } from "./zone.ts";

const HOUR_MS = 3_600_000;

describe("makePlannedAt", () => {
  it.each([
    ["at its start", "2026-11-23T09:00+08:00", true],
    ["a second before", "2026-11-23T08:59:59+08:00", false],
    ["a second before its end", "2026-11-23T17:59:59+08:00", true],
    ["at its end", "2026-11-23T18:00+08:00", false],
  ])("a Monday block %s", (_when, now, planned) => {
    expect(makePlannedAt("Asia/Shanghai", at(now))([[540, 1080]])).toBe(planned);
  });

  it("counts from the first time to the last where an hour occurs twice", () => {
    const sunday = 6 * 1440;
    const half = [[sunday + 90, sunday + 100]] as const;
    const planned = (now: string) => makePlannedAt("America/New_York", at(now))(half);
    expect(planned("2026-11-01T01:29:00-04:00")).toBe(false);
    expect(planned("2026-11-01T01:30:00-04:00")).toBe(true);
    // Between the two: begun at the first 01:30, over at the last 01:40.
    expect(planned("2026-11-01T01:10:00-05:00")).toBe(true);
    expect(planned("2026-11-01T01:40:00-05:00")).toBe(false);
    // An end at the very minute that the clock goes back to is still to come, a second before it does.
    const untilOne = [[sunday, sunday + 60]] as const;
    const ends = (now: string) => makePlannedAt("America/New_York", at(now))(untilOne);
    expect(ends("2026-11-01T01:59:59-04:00")).toBe(true);
    expect(ends("2026-11-01T01:00:00-05:00")).toBe(false);
  });

  it.each(ZONE_CASES)("says what the spans say: $zone, $what", ({ zone, date: day }) => {
    const noonAt = instantOf(date(day), 720, zone, "first");
    const nearby = fc.integer({ min: -4 * 24 * 60, max: 4 * 24 * 60 }).map((minutes) => minutes * 60_000);
    const close = fc.integer({ min: -14 * 3600, max: 14 * 3600 }).map((seconds) => seconds * 1000);
    fc.assert(
      fc.property(weeks, fc.oneof(nearby, close), (week, offsetMs) => {
        const now = asInstant(noonAt + offsetMs);
        const spans = makeExpander(zone, { startAt: now, endAt: asInstant(now + HOUR_MS) })(week);
        expect(makePlannedAt(zone, now)(week)).toBe(planOf(spans, now).onShift !== null);
      }),
      { numRuns: 500 },
    );
  });
});
