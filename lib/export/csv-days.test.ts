import fc from "fast-check";
import { expect, test } from "vitest";
import { merge } from "#lib/schedule/interval.ts";
import { weeks } from "#lib/schedule/testing/arbitraries.ts";
import type { WeekBlock } from "#lib/schedule/types.ts";
import { writeDays } from "./csv-days.ts";

test.each<[string, WeekBlock[], string[]]>([
  ["nothing", [], ["", "", "", "", "", "", ""]],
  [
    "two blocks a day",
    [
      [540, 720],
      [780, 1080],
    ],
    ["09:00-12:00 13:00-18:00", "", "", "", "", "", ""],
  ],
  ["up to midnight", [[1320, 1440]], ["22:00-24:00", "", "", "", "", "", ""]],
  ["overnight", [[1320, 1800]], ["22:00-24:00", "00:00-06:00", "", "", "", "", ""]],
  ["over two midnights", [[1439, 2881]], ["23:59-24:00", "00:00-24:00", "00:00-00:01", "", "", "", ""]],
  [
    "over Sunday midnight",
    [
      [0, 360],
      [9960, 10080],
    ],
    ["00:00-06:00", "", "", "", "", "", "22:00-24:00"],
  ],
  ["round the clock", [[0, 10080]], Array<string>(7).fill("00:00-24:00")],
])("writes %s", (_, week, cells) => expect(writeDays(week)).toEqual(cells));

/** What the cells say, read by nothing but their words. */
function readDays(cells: readonly string[]): WeekBlock[] {
  return cells.flatMap((cell, day) =>
    [...cell.matchAll(/(\d\d):(\d\d)-(\d\d):(\d\d)/g)].map(([, ...numbers]): WeekBlock => {
      const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = numbers.map(Number);
      return [day * 1440 + fromHour * 60 + fromMinute, day * 1440 + toHour * 60 + toMinute];
    }),
  );
}

test("says every week to the minute", () => {
  fc.assert(
    fc.property(weeks, (week) => {
      const cells = writeDays(week);
      expect(merge(readDays(cells))).toEqual(week);
      for (const cell of cells) expect(cell).toMatch(/^(?:\d\d:\d\d-\d\d:\d\d(?: (?!$)|$))*$/);
    }),
  );
});
