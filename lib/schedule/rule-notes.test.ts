import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noteRules } from "./rule-notes.ts";
import { rules } from "./testing/arbitraries.ts";
import { DAY_MINUTES, type RuleNote, WEEK_MINUTES, type Weekday, type WeeklyRule } from "./types.ts";

const DAILY = [1, 2, 3, 4, 5, 6, 7] as const;
const rule = (weekdays: readonly Weekday[], start: number, end: number): WeeklyRule => ({
  weekdays,
  start,
  end,
});

describe("noteRules", () => {
  it.each<[string, WeeklyRule[], RuleNote[]]>([
    ["every day beside Monday", [rule(DAILY, 540, 1080), rule([1], 600, 660)], ["group-overlaps-day"]],
    ["every day that only touches Monday", [rule(DAILY, 540, 600), rule([1], 600, 660)], []],
    ["weekend beside Monday", [rule([6, 7], 540, 1080), rule([1], 600, 660)], []],
    ["two groups", [rule(DAILY, 540, 1080), rule([6, 7], 600, 660)], []],
    ["two single days", [rule([1], 540, 1080), rule([1], 600, 660)], []],
    [
      "a weekend's night into Monday's rule",
      [rule([6, 7], 1320, 360), rule([1], 300, 600)],
      ["group-overlaps-day", "overnight-meets-next"],
    ],
    [
      "a night that touches the morning",
      [rule([1], 1320, 360), rule([2], 360, 600)],
      ["overnight-meets-next"],
    ],
    ["a night that overlaps it", [rule([1], 1320, 360), rule([2], 0, 600)], ["overnight-meets-next"]],
    [
      "Sunday's night and Monday's morning",
      [rule([7], 1320, 360), rule([1], 300, 600)],
      ["overnight-meets-next"],
    ],
    ["a night with an hour to spare", [rule([1], 1320, 360), rule([2], 420, 600)], []],
    ["a night and the morning of another day", [rule([1], 1320, 360), rule([3], 360, 600)], []],
    ["nights one after the other", [rule(DAILY, 1320, 360)], []],
    ["up to 00:00 and on from it", [rule([1], 1320, 0), rule([2], 0, 360)], []],
    ["a morning of no time", [rule([1], 1320, 360), rule([2], 300, 300)], []],
    ["no rules", [], []],
  ])("%s", (_what, given, notes) => {
    expect(noteRules(given)).toEqual(notes);
  });

  it("says of groups and days what a look at every minute says", () => {
    const minutes = (given: readonly WeeklyRule[]) => {
      const covered = new Set<number>();
      for (const { weekdays, start, end } of given) {
        const until = end < start ? end + DAY_MINUTES : end;
        for (const weekday of weekdays) {
          for (let m = start; m < until; m++) covered.add(((weekday - 1) * DAY_MINUTES + m) % WEEK_MINUTES);
        }
      }
      return covered;
    };
    fc.assert(
      fc.property(rules, (given) => {
        const groups = minutes(given.filter(({ weekdays }) => weekdays.length > 1));
        const days = minutes(given.filter(({ weekdays }) => weekdays.length === 1));
        expect(noteRules(given).includes("group-overlaps-day")).toBe(
          [...days].some((minute) => groups.has(minute)),
        );
      }),
    );
  });
});
