import { describe, expect, test } from "vitest";
import { asInstant, type Week } from "#lib/schedule/types.ts";
import { readLocalDate, weekOf } from "#lib/schedule/week.ts";
import { instantOf } from "#lib/schedule/zone.ts";
import { barBoxOf, boxOf, labelFit, shareOfDay, shareOfWeek, ticksOf } from "./geometry.ts";

const date = (text: string) => {
  const read = readLocalDate(text);
  if (read === undefined) throw new Error(`${text} is no date`);
  return read;
};
const dayOf = (week: Week, text: string) => {
  const day = week.days.find((one) => one.date === text);
  if (day === undefined) throw new Error(`${text} is not in the week`);
  return day;
};

const plain = weekOf(date("2026-11-19"), "mon", "Asia/Shanghai");
const spring = weekOf(date("2026-03-29"), "mon", "Europe/Berlin"); // Sunday has 23 hours
const autumn = weekOf(date("2026-10-25"), "mon", "Europe/Berlin"); // Sunday has 25 hours

describe("an instant's place", () => {
  test("noon stands in the middle of an ordinary day", () => {
    const noon = instantOf(date("2026-11-19"), 720, "Asia/Shanghai", "first");
    expect(shareOfDay(noon, dayOf(plain, "2026-11-19"))).toBe(0.5);
    expect(shareOfWeek(noon, plain)).toBe(3.5 / 7);
  });

  test("the week holds its first instant and not its last", () => {
    expect(shareOfWeek(plain.startAt, plain)).toBe(0);
    expect(shareOfWeek(plain.endAt, plain)).toBeNull();
    expect(shareOfWeek(asInstant(plain.startAt - 1), plain)).toBeNull();
  });

  test.each([
    ["spring", spring, "2026-03-29", 11 / 23],
    ["autumn", autumn, "2026-10-25", 13 / 25],
  ] as const)(
    "noon on the Sunday of the %s change counts the hours that really passed",
    (_, week, day, share) => {
      const noon = instantOf(date(day), 720, "Europe/Berlin", "first");
      expect(shareOfDay(noon, dayOf(week, day))).toBeCloseTo(share, 10);
    },
  );
});

describe("hour marks", () => {
  test("stand at quarters of an ordinary day", () => {
    expect(ticksOf(dayOf(plain, "2026-11-19"), "Asia/Shanghai")).toEqual([
      { hour: 6, share: 0.25 },
      { hour: 12, share: 0.5 },
      { hour: 18, share: 0.75 },
    ]);
  });

  test("move left when an hour is skipped, right when one is doubled", () => {
    expect(ticksOf(dayOf(spring, "2026-03-29"), "Europe/Berlin")[0]?.share).toBeCloseTo(5 / 23, 10);
    expect(ticksOf(dayOf(autumn, "2026-10-25"), "Europe/Berlin")[0]?.share).toBeCloseTo(7 / 25, 10);
  });
});

test("a block's box is its share of the day in percent", () => {
  const day = dayOf(plain, "2026-11-19");
  const at = (minute: number) => instantOf(date("2026-11-19"), minute, "Asia/Shanghai", "first");
  expect(boxOf({ startAt: at(540), endAt: at(1080) }, day)).toEqual({ left: "37.5%", width: "37.5%" });
  expect(boxOf({ startAt: at(0), endAt: at(1440) }, day)).toEqual({ left: "0%", width: "100%" });
});

test.each([
  [false, false, "calc(37.5% + 1px)", "calc(37.5% - 2px)"],
  [true, false, "37.5%", "calc(37.5% - 1px)"],
  [false, true, "calc(37.5% + 1px)", "calc(37.5% - 1px)"],
  [true, true, "37.5%", "37.5%"],
])("a bar keeps its distance but at a midnight it runs over (%j, %j)", (before, after, marginLeft, width) => {
  const at = (minute: number) => instantOf(date("2026-11-19"), minute, "Asia/Shanghai", "first");
  const piece = { startAt: at(540), endAt: at(1080), continuesBefore: before, continuesAfter: after };
  expect(barBoxOf(piece, dayOf(plain, "2026-11-19"))).toEqual({ marginLeft, width });
});

test.each([
  [200, "full"],
  [82, "full"],
  [81.9, "hours"],
  [42, "hours"],
  [41, "tight"],
  [34, "tight"],
  [33, "none"],
] as const)("a block %d px wide prints its hours %s", (width, fit) => {
  expect(labelFit(width)).toBe(fit);
});
