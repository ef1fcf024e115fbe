import { describe, expect, test } from "vitest";
import type { CoverageSpan } from "#lib/schedule/coverage.ts";
import { asInstant } from "#lib/schedule/types.ts";
import { cellLabel, cellsOfDay, countTone, nobodyMs } from "./strip-cells.ts";

const HOUR_MS = 3_600_000;
const span = (from: number, to: number, specialists: number, level: CoverageSpan["level"]): CoverageSpan => ({
  startAt: asInstant(from * HOUR_MS),
  endAt: asInstant(to * HOUR_MS),
  specialists,
  fallback: 0,
  level,
});
const day = { startAt: asInstant(0), endAt: asInstant(24 * HOUR_MS) };

test.each([
  [0, "none", "none"],
  [0, "closed", "closed"],
  [1, "thin", "c1"],
  [2, "met", "c2"],
  [4, "met", "c2"],
  [5, "met", "c3"],
  [7, "met", "c3"],
  [8, "met", "c4"],
  [19, "met", "c4"],
  [20, "met", "c5"],
  [3, "closed", "c2"],
] as const)("%d people at level %s are painted %s", (specialists, level, tone) => {
  expect(countTone({ specialists, level })).toBe(tone);
});

describe("cells of a day", () => {
  test("merge neighbours of one tone and keep their range", () => {
    const cells = cellsOfDay(
      [span(-5, 6, 3, "met"), span(6, 8, 0, "none"), span(8, 9, 9, "met"), span(9, 30, 16, "met")],
      day,
    );
    expect(cells.map(({ tone, lowest, highest }) => [tone, lowest, highest])).toEqual([
      ["c2", 3, 3],
      ["none", 0, 0],
      ["c4", 9, 16],
    ]);
    expect(cells.map(({ startAt, endAt }) => [startAt / HOUR_MS, endAt / HOUR_MS])).toEqual([
      [0, 6],
      [6, 8],
      [8, 24],
    ]);
    expect(nobodyMs(cells)).toBe(2 * HOUR_MS);
  });

  test("closed hours are no hours without anybody", () => {
    expect(nobodyMs(cellsOfDay([span(0, 24, 0, "closed")], day))).toBe(0);
  });
});

test.each([
  [9, 16, 40, "9–16"],
  [9, 16, 20, "9+"],
  [9, 16, 10, ""],
  [14, 14, 13, "14"],
  [0, 0, 6.2, ""],
])("%d to %d people in %d px print %j", (lowest, highest, widthPx, label) => {
  expect(cellLabel({ lowest, highest }, widthPx)).toBe(label);
});
