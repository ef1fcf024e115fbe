import type { Weekday } from "#lib/schedule/types.ts";
import { readNumber } from "./read-value.ts";

/** Feishu's weekday codes; 8 is not defined there. */
const WEEKDAYS_OF_CODE: ReadonlyMap<number | undefined, readonly Weekday[]> = new Map([
  [1, [1]],
  [2, [2]],
  [3, [3]],
  [4, [4]],
  [5, [5]],
  [6, [6]],
  [7, [7]],
  [9, [1, 2, 3, 4, 5, 6, 7]],
  [10, [1, 2, 3, 4, 5]],
  [11, [6, 7]],
]);

/** The days that a code stands for, Monday first; undefined for any other value. */
export function readWeekdays(value: unknown): readonly Weekday[] | undefined {
  return WEEKDAYS_OF_CODE.get(readNumber(value));
}
