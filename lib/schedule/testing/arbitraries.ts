import fc from "fast-check";
import { merge } from "../interval.ts";
import { WEEK_MINUTES, type WeekBlock, type Weekday, type WeeklyRule } from "../types.ts";

const weekdays = fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 });

/** Minutes that people write, among them those where clocks change, and now and then any other. */
const minuteUpTo = (max: number) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: Math.floor(max / 30) }).map((half) => half * 30) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max }) },
  );

/** Rules as they leave the reading: overnight, empty and overlapping ones among them. */
export const rules: fc.Arbitrary<readonly WeeklyRule[]> = fc.array(
  fc.record({ weekdays, start: minuteUpTo(1439), end: minuteUpTo(1440).map((end) => end || 1440) }),
  { maxLength: 6 },
);

/** Weekly templates: sorted, merged, within the week; round the clock among them. */
export const weeks: fc.Arbitrary<readonly WeekBlock[]> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .array(fc.tuple(minuteUpTo(WEEK_MINUTES), minuteUpTo(WEEK_MINUTES)), { maxLength: 8 })
      .map((pairs) => merge(pairs.map(([a, b]): WeekBlock => (a < b ? [a, b] : [b, a])))),
  },
  {
    weight: 12,
    arbitrary: fc
      .array(fc.tuple(minuteUpTo(WEEK_MINUTES - 600), fc.integer({ min: 1, max: 600 })), { maxLength: 12 })
      .map((pairs) => merge(pairs.map(([start, length]): WeekBlock => [start, start + length]))),
  },
  { weight: 1, arbitrary: fc.constant<readonly WeekBlock[]>([[0, WEEK_MINUTES]]) },
  {
    weight: 1,
    arbitrary: fc.constant<readonly WeekBlock[]>([
      [0, 360],
      [9960, WEEK_MINUTES],
    ]),
  },
);
