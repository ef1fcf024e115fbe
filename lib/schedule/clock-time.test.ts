import { expect, it } from "vitest";
import { makeRule, readEndTime, readStartTime } from "./clock-time.ts";

it.each([
  ["00:00", 0, 0],
  ["9:00", 540, 540],
  [" 09:00 ", 540, 540],
  ["09:00:00", 540, 540],
  ["０９：００", 540, 540],
  ["23:58", 1438, 1438],
  ["23:59", 1439, 1440],
  ["24:00", undefined, 1440],
  ["24:01", undefined, undefined],
  ["25:10", undefined, undefined],
  ["09:60", undefined, undefined],
  ["09:00:30", undefined, undefined],
  ["9am", undefined, undefined],
  ["", undefined, undefined],
])("%j is %j as a start and %j as an end", (text, start, end) => {
  expect([readStartTime(text), readEndTime(text)]).toEqual([start, end]);
});

it.each([
  [540, 1080, 1080],
  [1320, 360, 360],
  [1320, 0, 1440],
  [0, 1440, 1440],
])("%i to %i is a rule that ends at %i", (start, end, kept) => {
  expect(makeRule([1, 2], start, end)).toEqual({ weekdays: [1, 2], start, end: kept });
});

it.each([[540], [0]])("%i to the same minute is no time at all, never 24 hours", (minute) => {
  expect(makeRule([1], minute, minute)).toBeNull();
});
