import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  clip,
  contains,
  type Interval,
  type IntervalList,
  intersect,
  intersects,
  merge,
  subtract,
  totalLength,
} from "./interval.ts";

const MAX = 40;
const anyInterval = fc
  .tuple(fc.integer({ min: 0, max: MAX }), fc.integer({ min: 0, max: MAX }))
  .map(([a, b]): Interval => (a < b ? [a, b] : [b, a]));
const intervals = fc.array(anyInterval, { maxLength: 8 });
const lists = intervals.map(merge);

/** The obvious version of everything: the set of unit steps that intervals cover. */
const stepsOf = (list: Iterable<Interval>) => {
  const covered = new Set<number>();
  for (const [start, end] of list) for (let step = start; step < end; step++) covered.add(step);
  return covered;
};
const inBoth = (a: Set<number>, b: Set<number>) => new Set([...a].filter((step) => b.has(step)));
const inFirst = (a: Set<number>, b: Set<number>) => new Set([...a].filter((step) => !b.has(step)));

function expectList(list: IntervalList, steps: ReadonlySet<number>) {
  expect(stepsOf(list)).toEqual(steps);
  list.forEach(([start, end], i) => {
    expect(start).toBeLessThan(end);
    // Sorted, and with a hole before it: touching neighbours would be one.
    expect(start).toBeGreaterThan(list[i - 1]?.[1] ?? -1);
  });
}

describe("at the touching edge", () => {
  it.each([
    [9, true],
    [11, true],
    [12, false],
    [8, false],
  ])("[9, 12) contains %i: %s", (point, inside) => {
    expect(contains([9, 12], point)).toBe(inside);
  });

  it.each<[Interval, Interval, boolean]>([
    [[9, 12], [12, 18], false],
    [[9, 12], [11, 18], true],
    [[9, 18], [10, 11], true],
    [[9, 12], [13, 18], false],
    [[9, 12], [10, 10], false],
    [[10, 10], [10, 10], false],
  ])("%j intersects %j: %s", (a, b, expected) => {
    expect(intersects(a, b)).toBe(expected);
    expect(intersects(b, a)).toBe(expected);
  });

  it.each<[Interval[], Interval[]]>([
    [
      [
        [9, 12],
        [12, 18],
      ],
      [[9, 18]],
    ],
    [
      [
        [13, 18],
        [9, 12],
      ],
      [
        [9, 12],
        [13, 18],
      ],
    ],
    [
      [
        [9, 18],
        [10, 11],
      ],
      [[9, 18]],
    ],
    [[[9, 9]], []],
    [[], []],
  ])("merges %j to %j", (given, merged) => {
    expect(merge(given)).toEqual(merged);
  });

  it.each<[Interval[], Interval[], Interval[]]>([
    [
      [[9, 18]],
      [
        [12, 13],
        [17, 20],
      ],
      [
        [12, 13],
        [17, 18],
      ],
    ],
    [[[9, 12]], [[12, 18]], []],
  ])("%j and %j share %j", (a, b, shared) => {
    expect(intersect(a, b)).toEqual(shared);
  });

  it.each<[Interval[], Interval[], Interval[]]>([
    [
      [[9, 18]],
      [[12, 13]],
      [
        [9, 12],
        [13, 18],
      ],
    ],
    [[[9, 18]], [[18, 20]], [[9, 18]]],
    [[[9, 18]], [[0, 9]], [[9, 18]]],
    [[[9, 18]], [[9, 18]], []],
    [
      [
        [0, 4],
        [6, 9],
      ],
      [[3, 7]],
      [
        [0, 3],
        [7, 9],
      ],
    ],
  ])("%j without %j leaves %j", (list, holes, left) => {
    expect(subtract(list, holes)).toEqual(left);
  });

  it("clips to bounds and measures", () => {
    const list: IntervalList = [
      [9, 12],
      [13, 18],
    ];
    expect(clip(list, [12, 14])).toEqual([[13, 14]]);
    expect(totalLength(list)).toBe(8);
    expect(totalLength([])).toBe(0);
  });
});

describe("against sets of steps", () => {
  it("merges any intervals to the list of what they cover, without changing them", () => {
    fc.assert(
      fc.property(intervals, (given) => {
        const before = structuredClone(given);
        expectList(merge(given), stepsOf(given));
        expect(given).toEqual(before);
      }),
    );
  });

  it("intersects, subtracts and measures as sets do", () => {
    fc.assert(
      fc.property(lists, lists, (a, b) => {
        expectList(intersect(a, b), inBoth(stepsOf(a), stepsOf(b)));
        expectList(subtract(a, b), inFirst(stepsOf(a), stepsOf(b)));
        expect(totalLength(a)).toBe(stepsOf(a).size);
      }),
      { numRuns: 500 },
    );
  });

  it("says that two intervals intersect exactly when they share a step", () => {
    fc.assert(
      fc.property(anyInterval, anyInterval, (a, b) => {
        expect(intersects(a, b)).toBe(inBoth(stepsOf([a]), stepsOf([b])).size > 0);
      }),
    );
  });
});
