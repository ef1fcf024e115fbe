import { describe, expect, test } from "vitest";
import type { AwayEntry, AwayWho } from "#lib/schedule/away.ts";
import { readLocalDate } from "#lib/schedule/week.ts";
import { type AwayDays, chooseAway, commonDays, setAwayDays, whoKey } from "./away-choice.ts";

const day = (text: string): AwayDays => {
  const date = readLocalDate(text);
  return date ? { from: date, to: date } : null;
};
const ANN: AwayWho = { kind: "agent", id: "ou_ann" };
const ALL: AwayWho = { kind: "all" };
const SALES: AwayWho = { kind: "department", name: "sales" };
const CHOICES = new Map([ANN, ALL, SALES].map((who) => [whoKey(who), who]));
const THURSDAY = day("2026-11-26");
const FRIDAY = day("2026-11-27");
const away = (who: AwayWho, days: AwayDays = null): AwayEntry => ({ who, days });

test.each([
  [{ kind: "agent", id: "all" } as const, ALL],
  [{ kind: "agent", id: "department sales" } as const, SALES],
  [{ kind: "department", name: "all" } as const, ALL],
])("%j is not taken for another", (odd, other) => {
  expect(whoKey(odd)).not.toBe(whoKey(other));
});

describe("choosing", () => {
  test("adds on the days of the bar, and keeps the others' days", () => {
    const entries = [away(ANN, FRIDAY)];
    expect(chooseAway(entries, [whoKey(ANN), whoKey(SALES)], CHOICES, THURSDAY)).toEqual([
      away(ANN, FRIDAY),
      away(SALES, THURSDAY),
    ]);
  });

  test("drops every entry of one who is no longer chosen", () => {
    const entries = [away(ANN, THURSDAY), away(SALES), away(ANN, FRIDAY)];
    expect(chooseAway(entries, [whoKey(SALES)], CHOICES, null)).toEqual([away(SALES)]);
  });

  test("ignores what is no choice", () => {
    expect(chooseAway([], ["agent gone"], CHOICES, null)).toEqual([]);
  });
});

test("new days hold for everybody, once each", () => {
  const entries = [away(ANN, THURSDAY), away(SALES), away(ANN, FRIDAY)];
  expect(setAwayDays(entries, FRIDAY)).toEqual([away(ANN, FRIDAY), away(SALES, FRIDAY)]);
});

test.each([
  [[], null],
  [[away(ANN)], null],
  [[away(ANN, THURSDAY), away(ALL, THURSDAY)], THURSDAY],
  [[away(ANN, THURSDAY), away(ALL)], undefined],
])("%j share the days %j", (entries, days) => {
  expect(commonDays(entries)).toEqual(days);
});
