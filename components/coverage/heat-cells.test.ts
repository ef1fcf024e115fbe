import { describe, expect, test } from "vitest";
import type { CoverageSpan, Gap, Level } from "#lib/schedule/coverage.ts";
import { asInstant } from "#lib/schedule/types.ts";
import type { ChangedSpan } from "#lib/schedule/what-if.ts";
import { cellsByDay, cellText, changedRuns, type HeatCell, type HeatSource, heatTone } from "./heat-cells.ts";

const HOUR_MS = 3_600_000;
const stretch = (from: number, to: number) => ({
  startAt: asInstant(from * HOUR_MS),
  endAt: asInstant(to * HOUR_MS),
});
const reading = (level: Level, specialists: number, fallback = 0) => ({ level, specialists, fallback });
const span = (from: number, to: number, ...given: Parameters<typeof reading>): CoverageSpan => ({
  ...stretch(from, to),
  ...reading(...given),
});
const gap = (from: number, to: number): Gap => ({
  ...stretch(from, to),
  skill: "en",
  people: 1,
  peopleMs: 0,
});
const day = stretch(0, 24);
const cellsOf = (source: Partial<HeatSource> & Pick<HeatSource, "spans">) =>
  cellsByDay({ gaps: [], changes: [], ...source }, [day])[0] ?? [];
const hours = ({ startAt, endAt }: HeatCell) => [startAt / HOUR_MS, endAt / HOUR_MS];

test.each([
  ["closed", 3, "closed"],
  ["none", 0, "none"],
  ["fallback", 0, "fallback"],
  ["thin", 1, "c1"],
  ["thin", 3, "c1"],
  ["met", 2, "c2"],
  ["met", 20, "c5"],
] as const)("%s with %d specialists is painted %s", (level, specialists, tone) => {
  expect(heatTone({ level, specialists })).toBe(tone);
});

describe("cells of a day", () => {
  test("join neighbours of one tone, and stop at midnight", () => {
    const cells = cellsOf({
      spans: [
        span(-6, 3, "met", 2),
        span(3, 8, "met", 4),
        span(8, 20, "met", 5),
        span(20, 30, "fallback", 0, 2),
      ],
    });
    expect(cells.map((cell) => [...hours(cell), cell.tone, cell.lowest, cell.highest])).toEqual([
      [0, 8, "c2", 2, 4],
      [8, 20, "c3", 5, 5],
      [20, 24, "fallback", 2, 2],
    ]);
  });

  test("part where a minimum is missed and where it is not, though the number stays", () => {
    const cells = cellsOf({ spans: [span(0, 24, "thin", 1)], gaps: [gap(9, 18)] });
    expect(cells.map((cell) => [...hours(cell), cell.isShort])).toEqual([
      [0, 9, false],
      [9, 18, true],
      [18, 24, false],
    ]);
  });

  test("nobody is no shortage of some", () => {
    expect(cellsOf({ spans: [span(0, 24, "none", 0)], gaps: [gap(0, 24)] })[0]?.isShort).toBe(false);
  });

  test("part where the what-if begins, and remember what was", () => {
    const change: ChangedSpan = {
      ...stretch(13, 18),
      skill: "en",
      before: reading("met", 3),
      after: reading("met", 2),
    };
    const cells = cellsOf({
      spans: [span(0, 9, "met", 3), span(9, 13, "met", 2), span(13, 18, "met", 2), span(18, 24, "met", 3)],
      changes: [change],
    });
    expect(cells.map((cell) => [...hours(cell), cell.before?.highest ?? null])).toEqual([
      [0, 13, null],
      [13, 18, 3],
      [18, 24, null],
    ]);
  });

  test("a day that the zone skips has none", () => {
    const noTime = stretch(5, 5);
    expect(cellsByDay({ spans: [span(0, 9, "met", 2)], gaps: [], changes: [] }, [noTime])).toEqual([[]]);
  });
});

describe("what a cell prints", () => {
  const count = (level: Level, lowest: number, highest = lowest) => ({
    level,
    lowest,
    highest,
    before: null,
  });
  test.each([
    [count("met", 2, 4), 40, "2–4"],
    [count("met", 2, 4), 15, "2+"],
    [count("met", 2, 4), 8, ""],
    [count("fallback", 1, 2), 60, "(1–2)"],
    [count("fallback", 1, 2), 28, "(1+)"],
    [count("none", 0), 10, "0"],
    [{ ...count("met", 5), before: count("met", 6) }, 40, "6→5"],
    [{ ...count("met", 5), before: count("met", 6) }, 10, "5"],
    [{ ...count("fallback", 2), before: count("thin", 1) }, 40, "1→(2)"],
    [{ ...count("met", 2, 4), before: count("met", 2, 4) }, 60, "2–4"],
  ])("%j in %d px: %j", (cell, widthPx, text) => {
    expect(cellText(cell, widthPx)).toBe(text);
  });
});

test("neighbouring changed cells stand in one frame", () => {
  const cell = (from: number, to: number, isChanged: boolean): HeatCell => ({
    ...stretch(from, to),
    level: "met",
    lowest: 1,
    highest: 1,
    tone: "c2",
    isShort: false,
    before: isChanged ? { level: "met", lowest: 2, highest: 2 } : null,
  });
  const runs = changedRuns([cell(0, 3, true), cell(3, 5, true), cell(5, 7, false), cell(7, 9, true)]);
  expect(runs).toEqual([stretch(0, 5), stretch(7, 9)]);
});
