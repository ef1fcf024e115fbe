import { describe, expect, it } from "vitest";
import type { Gap, SinglePoint } from "./coverage.ts";
import { gapWindows, rankDependence } from "./gap-windows.ts";
import { asInstant } from "./types.ts";

const gap = (skill: string, startAt: number, endAt: number): Gap => ({
  skill,
  startAt: asInstant(startAt),
  endAt: asInstant(endAt),
  people: 1,
  peopleMs: endAt - startAt,
});
const single = (skill: string, agent: string, startAt: number, endAt: number): SinglePoint => ({
  skill,
  agent,
  startAt: asInstant(startAt),
  endAt: asInstant(endAt),
});

describe("gapWindows", () => {
  it("gathers gaps of one stretch, soonest first, the longer first", () => {
    const gaps = [
      gap("en", 50, 60),
      gap("en", 0, 10),
      gap("net", 50, 60),
      gap("net", 0, 20),
      gap("vip", 0, 10),
    ];
    expect(
      gapWindows(gaps).map(({ startAt, endAt, gaps: own }) => [
        startAt,
        endAt,
        own.map(({ skill }) => skill),
      ]),
    ).toEqual([
      [0, 20, ["net"]],
      [0, 10, ["en", "vip"]],
      [50, 60, ["en", "net"]],
    ]);
  });

  it("of no gaps are none", () => {
    expect(gapWindows([])).toEqual([]);
  });
});

describe("rankDependence", () => {
  it("sums up the time alone, over skills and for each", () => {
    const singles = [
      single("en", "ann", 0, 10),
      single("net", "ann", 0, 15),
      single("en", "bob", 10, 40),
      single("en", "ann", 60, 70),
      single("vip", "cat", 0, 30),
    ];
    expect(rankDependence(singles)).toEqual([
      {
        agent: "ann",
        aloneMs: 35,
        bySkill: [
          { skill: "en", aloneMs: 20 },
          { skill: "net", aloneMs: 15 },
        ],
      },
      { agent: "bob", aloneMs: 30, bySkill: [{ skill: "en", aloneMs: 30 }] },
      { agent: "cat", aloneMs: 30, bySkill: [{ skill: "vip", aloneMs: 30 }] },
    ]);
  });
});
