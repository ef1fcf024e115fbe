import { describe, expect, test } from "vitest";
import type { Coverage, Gap, Level } from "#lib/schedule/coverage.ts";
import { asInstant } from "#lib/schedule/types.ts";
import type { Loss } from "#lib/schedule/what-if.ts";
import { gapLines, linesAhead, lossLines, singleLines } from "./coverage-lists.ts";

const HOUR_MS = 3_600_000;
const stretch = (from: number, to: number) => ({
  startAt: asInstant(from * HOUR_MS),
  endAt: asInstant(to * HOUR_MS),
});
const gap = (skill: string | null, from: number, to: number, people = 1): Gap => ({
  ...stretch(from, to),
  skill,
  people,
  peopleMs: people * (to - from) * HOUR_MS,
});

function coverage(specialists: number, gaps: readonly Gap[]): Coverage {
  const level: Level = specialists === 0 ? "none" : "thin";
  const spans = [{ ...stretch(0, 100), level, specialists, fallback: 0 }];
  const skills = ["en", "net"].map((skill) => ({
    skill,
    spans,
    gaps: gaps.filter((one) => one.skill === skill),
    singles: [],
  }));
  return { skills, everyone: { spans, gaps: gaps.filter(({ skill }) => skill === null) } };
}

describe("the gap list", () => {
  test("gathers skills over one stretch, and adds up their people", () => {
    const shown = coverage(1, [gap("en", 19, 22, 2), gap("net", 19, 22), gap(null, 3, 4)]);
    const lines = gapLines(shown, shown);
    expect(lines.map(({ gaps, peopleMs }) => [gaps.map(({ skill }) => skill), peopleMs / HOUR_MS])).toEqual([
      [[null], 1],
      [["en", "net"], 9],
    ]);
    expect(lines.map(({ lowest, added }) => [lowest, added])).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });

  test("says which gaps the what-if makes, or makes longer", () => {
    const base = coverage(1, [gap("en", 20, 22), gap("net", 19, 24)]);
    const shown = coverage(0, [gap("en", 19, 22), gap("net", 19, 22)]);
    expect(gapLines(shown, base)).toMatchObject([{ added: 1, lowest: 0 }]);
  });

  test("leaves out what is over", () => {
    const shown = coverage(0, [gap("en", 1, 3), gap("en", 4, 6), gap("en", 8, 9)]);
    const lines = gapLines(shown, shown);
    const starts = (at: number | null) =>
      linesAhead(lines, at === null ? null : asInstant(at * HOUR_MS)).map(({ startAt }) => startAt / HOUR_MS);
    expect(starts(5)).toEqual([4, 8]);
    expect(starts(6)).toEqual([8]);
    expect(starts(null)).toEqual([1, 4, 8]);
  });
});

test("single points add up by skill and person, the longest first", () => {
  const point = (skill: string, agent: string, from: number, to: number) => ({
    ...stretch(from, to),
    skill,
    agent,
  });
  const lines = singleLines([
    point("en", "ann", 0, 2),
    point("net", "ann", 0, 5),
    point("en", "bo", 2, 3),
    point("en", "ann", 9, 13),
  ]);
  expect(lines.map(({ skill, agent, aloneMs }) => [skill, agent, aloneMs / HOUR_MS])).toEqual([
    ["en", "ann", 6],
    ["net", "ann", 5],
    ["en", "bo", 1],
  ]);
});

describe("the list of losses", () => {
  const loss = (skill: string, from: number, to: number, outcome: Loss["outcome"]): Loss => ({
    ...stretch(from, to),
    skill,
    outcome,
    highestBefore: 1,
    lowestAfter: 0,
  });

  test("joins the same hours of several days, the gravest first", () => {
    const lines = lossLines(
      [
        loss("en", 18, 19, "covered"),
        loss("en", 19, 22, "none"),
        loss("en", 42, 43, "covered"),
        loss("en", 43, 46, "none"),
        loss("net", 18, 19, "fallback"),
        loss("net", 19, 21, "none"),
      ],
      "UTC",
    );
    expect(lines.map((line) => [line.skill, line.outcome, line.spans.length, line.lostMs / HOUR_MS])).toEqual(
      [
        ["en", "none", 2, 6],
        ["net", "none", 1, 2],
        ["net", "fallback", 1, 1],
        ["en", "covered", 2, 2],
      ],
    );
  });

  test("keeps apart hours that the clock shows differently", () => {
    // Berlin's clocks go back on 25 October 2026: 08:00 UTC is 10:00 the day before and 09:00 after.
    const saturday = Date.parse("2026-10-24T08:00Z") / HOUR_MS;
    const losses = [
      loss("en", saturday, saturday + 1, "none"),
      loss("en", saturday + 48, saturday + 49, "none"),
    ];
    expect(lossLines(losses, "Europe/Berlin")).toHaveLength(2);
    expect(lossLines(losses, "UTC")).toHaveLength(1);
  });
});
