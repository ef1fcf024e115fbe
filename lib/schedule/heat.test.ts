import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CoverageSpan, Level } from "./coverage.ts";
import { heatCells } from "./heat.ts";
import { asInstant, type Span } from "./types.ts";

const span = (startAt: number, endAt: number): Span => ({
  startAt: asInstant(startAt),
  endAt: asInstant(endAt),
});
const covered = (
  startAt: number,
  endAt: number,
  level: Level,
  specialists: number,
  fallback = 0,
): CoverageSpan => ({
  ...span(startAt, endAt),
  level,
  specialists,
  fallback,
});

describe("heatCells", () => {
  it("merges neighbours of one level and keeps the fewest and the most", () => {
    const spans = [
      covered(0, 2, "met", 5),
      covered(2, 4, "met", 9),
      covered(4, 6, "met", 3),
      covered(6, 9, "thin", 1),
    ];
    expect(heatCells(spans, [span(0, 9)])).toEqual([
      { ...span(0, 6), level: "met", lowest: 3, highest: 9 },
      { ...span(6, 9), level: "thin", lowest: 1, highest: 1 },
    ]);
  });

  it("counts those who step in where only they are left", () => {
    const spans = [covered(0, 2, "fallback", 0, 2), covered(2, 4, "fallback", 0, 1)];
    expect(heatCells(spans, [span(0, 4)])).toEqual([
      { ...span(0, 4), level: "fallback", lowest: 1, highest: 2 },
    ]);
  });

  it("cuts at midnights, and leaves out what lies outside", () => {
    const cells = heatCells([covered(0, 30, "met", 2)], [span(5, 10), span(10, 20)]);
    expect(cells).toEqual([
      { ...span(5, 10), level: "met", lowest: 2, highest: 2 },
      { ...span(10, 20), level: "met", lowest: 2, highest: 2 },
    ]);
  });

  it("tiles what it is given, whatever the levels", () => {
    const steps = fc.array(
      fc.tuple(
        fc.constantFrom<Level>("closed", "none", "fallback", "thin", "met"),
        fc.nat(5),
        fc.integer({ min: 1, max: 9 }),
      ),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(steps, fc.nat(40), (given, cut) => {
        let at = 0;
        const spans = given.map(([level, people, length]) => {
          at += length;
          return covered(at - length, at, level, people, people);
        });
        const middle = Math.min(cut, at);
        const cells = heatCells(
          spans,
          [span(0, middle), span(middle, at)].filter((one) => one.startAt < one.endAt),
        );
        for (let minute = 0; minute < at; minute++) {
          const within = (one: Span) => one.startAt <= minute && minute < one.endAt;
          const cell = cells.filter(within);
          const source = spans.find(within);
          expect(cell).toHaveLength(1);
          expect(cell[0]?.level).toBe(source?.level);
          expect(cell[0]?.lowest).toBeLessThanOrEqual(source?.specialists ?? -1);
          expect(cell[0]?.highest).toBeGreaterThanOrEqual(source?.specialists ?? 99);
        }
        cells.slice(1).forEach((cell, i) => {
          if (cell.startAt !== middle) expect(cell.level).not.toBe(cells[i]?.level);
        });
      }),
    );
  });
});
