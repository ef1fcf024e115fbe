import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumByDayPart } from "./day-parts.ts";
import { makeExpander } from "./expand.ts";
import { piecesOf } from "./pieces.ts";
import { weeks } from "./testing/arbitraries.ts";
import { date } from "./testing/dates.ts";
import { ZONE_CASES } from "./testing/zones.ts";
import { asInstant, type WeekBlock } from "./types.ts";
import { weekOf } from "./week.ts";
import { minuteAt } from "./zone.ts";

const HOUR_MS = 3_600_000;
const sums = (template: readonly WeekBlock[], zone: string, day: string) => {
  const week = weekOf(date(day), "mon", zone);
  return sumByDayPart(piecesOf(makeExpander(zone, week)(template), week), week);
};

describe("sumByDayPart", () => {
  it.each<[string, WeekBlock, number[]]>([
    ["an office day", [540, 1080], [0, 3, 6, 0]],
    ["a night", [1320, 1800], [6, 0, 0, 2]],
    ["edges belong to the later part", [360, 720], [0, 6, 0, 0]],
  ])("%s", (_what, block, [night, morning, afternoon, evening]) => {
    const hours = Object.values(sums([block], "Asia/Shanghai", "2026-11-23")).map((ms) => ms / HOUR_MS);
    expect(hours).toEqual([night, morning, afternoon, evening]);
  });

  it("gives the night of a clock change its real length", () => {
    expect(sums([[8640, 10_080]], "America/New_York", "2026-11-01").night).toBe(7 * HOUR_MS);
    expect(sums([[8640, 10_080]], "America/New_York", "2026-03-08").night).toBe(5 * HOUR_MS);
  });

  it.each(ZONE_CASES)("adds up to the week's pieces: $zone, $what", ({ zone, date: day }) => {
    const week = weekOf(date(day), "mon", zone);
    const expand = makeExpander(zone, week);
    fc.assert(
      fc.property(weeks, (template) => {
        const pieces = piecesOf(expand(template), week);
        const parts = Object.values(sumByDayPart(pieces, week)).reduce((sum, ms) => sum + ms, 0);
        expect(parts).toBe(pieces.flat().reduce((sum, { startAt, endAt }) => sum + endAt - startAt, 0));
      }),
      { numRuns: 30 },
    );
  });

  it("agrees with the wall clock, minute by minute", () => {
    const week = weekOf(date("2026-11-23"), "mon", "Asia/Kolkata");
    const expand = makeExpander("Asia/Kolkata", week);
    fc.assert(
      fc.property(weeks, (template) => {
        const pieces = piecesOf(expand(template), week);
        let evening = 0;
        for (const { startAt, endAt } of pieces.flat()) {
          for (let at = Number(startAt); at < endAt; at += 60_000) {
            if (minuteAt(asInstant(at), week.zone) >= 1080) evening += 60_000;
          }
        }
        expect(sumByDayPart(pieces, week).evening).toBe(evening);
      }),
      { numRuns: 5 },
    );
  });
});
