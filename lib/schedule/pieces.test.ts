import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeExpander } from "./expand.ts";
import { clip, merge, totalLength } from "./interval.ts";
import { piecesOf } from "./pieces.ts";
import { weeks } from "./testing/arbitraries.ts";
import { at, date } from "./testing/dates.ts";
import { ZONE_CASES } from "./testing/zones.ts";
import type { Span } from "./types.ts";
import { weekOf } from "./week.ts";

const span = (startAt: string, endAt: string): Span => ({ startAt: at(startAt), endAt: at(endAt) });
const shanghai = weekOf(date("2026-11-23"), "mon", "Asia/Shanghai");

describe("piecesOf", () => {
  it("cuts a night at midnight and keeps its name", () => {
    const shift = span("2026-11-23T22:00+08:00", "2026-11-24T06:00+08:00");
    const [monday, tuesday, ...rest] = piecesOf([shift], shanghai);
    expect(monday).toEqual([
      {
        ...span("2026-11-23T22:00+08:00", "2026-11-24T00:00+08:00"),
        shift,
        continuesBefore: false,
        continuesAfter: true,
      },
    ]);
    expect(tuesday).toEqual([
      {
        ...span("2026-11-24T00:00+08:00", "2026-11-24T06:00+08:00"),
        shift,
        continuesBefore: true,
        continuesAfter: false,
      },
    ]);
    expect(rest.flat()).toEqual([]);
  });

  it("leaves nothing on the next day of a shift that ends at midnight", () => {
    const shift = span("2026-11-23T18:00+08:00", "2026-11-24T00:00+08:00");
    const [monday, ...rest] = piecesOf([shift], shanghai);
    expect(monday).toEqual([{ ...shift, shift, continuesBefore: false, continuesAfter: false }]);
    expect(rest.flat()).toEqual([]);
  });

  it("shows the part of a shift that began in the week before", () => {
    const shift = span("2026-11-22T22:00+08:00", "2026-11-23T06:00+08:00");
    expect(piecesOf([shift], shanghai)[0]).toEqual([
      {
        ...span("2026-11-23T00:00+08:00", "2026-11-23T06:00+08:00"),
        shift,
        continuesBefore: true,
        continuesAfter: false,
      },
    ]);
  });

  it("lays the same instants on another zone's days", () => {
    const shift = span("2026-11-23T09:00+08:00", "2026-11-23T18:00+08:00");
    const newYork = piecesOf([shift], weekOf(date("2026-11-23"), "mon", "America/New_York"));
    expect(newYork.map((day) => day.length)).toEqual([1, 0, 0, 0, 0, 0, 0]);
    expect(newYork[0]?.[0]).toMatchObject({ startAt: at("2026-11-23T00:00-05:00"), continuesBefore: true });
  });

  it.each(ZONE_CASES)("tiles exactly the spans within the week: $zone, $what", ({ zone, date: day }) => {
    const week = weekOf(date(day), "mon", zone);
    const expand = makeExpander("Asia/Shanghai", week);
    const expandHere = makeExpander(zone, week);
    fc.assert(
      fc.property(weeks, fc.boolean(), (template, here) => {
        const spans = (here ? expandHere : expand)(template);
        const days = piecesOf(spans, week);
        const pieces = days.flat();
        const tiled = pieces.map(({ startAt, endAt }) => [startAt, endAt] as const);
        const within = clip(
          spans.map(({ startAt, endAt }) => [startAt, endAt] as const),
          [week.startAt, week.endAt],
        );
        expect(merge(tiled)).toEqual(within);
        expect(totalLength(tiled)).toBe(totalLength(within));
        expect(days).toHaveLength(7);
        for (const piece of pieces) {
          expect(spans).toContain(piece.shift);
          expect(piece.continuesBefore).toBe(piece.shift.startAt < piece.startAt);
          expect(piece.continuesAfter).toBe(piece.shift.endAt > piece.endAt);
        }
        days.forEach((list, i) => {
          for (const { startAt, endAt } of list) {
            expect(startAt).toBeGreaterThanOrEqual(week.days[i]?.startAt ?? Number.NaN);
            expect(endAt).toBeLessThanOrEqual(week.days[i]?.endAt ?? Number.NaN);
          }
        });
      }),
      { numRuns: 40 },
    );
  });
});
