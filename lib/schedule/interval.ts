/**
 * Half-open interval algebra: `[start, end)` holds its start and not its end, so that 09:00–12:00 and 12:00–18:00
 * neither overlap nor leave a hole. Over any kind of number: week minutes, instants.
 *
 * A **list** is sorted and disjoint, without touching neighbours and without empty intervals; `merge` makes one.
 * Nothing here changes its input.
 */

export type Interval<N extends number = number> = readonly [start: N, end: N];
export type IntervalList<N extends number = number> = readonly Interval<N>[];

/** Whether `point` lies in the interval: 09:00 lies in [09:00, 12:00), 12:00 does not. */
export function contains<N extends number>([start, end]: Interval<N>, point: N): boolean {
  return start <= point && point < end;
}

/**
 * Whether the two share any time. Touching is not sharing: [9, 12) and [12, 18) do not, [9, 12) and [11, 18) do,
 * and an empty [10, 10) shares nothing with anything.
 */
export function intersects<N extends number>(
  [aStart, aEnd]: Interval<N>,
  [bStart, bEnd]: Interval<N>,
): boolean {
  return Math.max(aStart, bStart) < Math.min(aEnd, bEnd);
}

/**
 * The union of intervals in any order, as a list. Touching ones join: [9, 12) [12, 18) → [9, 18);
 * [9, 12) [13, 18) stay two; empty ones vanish: [9, 9) → nothing.
 */
export function merge<N extends number>(intervals: Iterable<Interval<N>>): IntervalList<N> {
  const sorted = [...intervals].filter(([start, end]) => start < end).sort(([a], [b]) => a - b);
  const merged: [N, N][] = [];
  for (const [start, end] of sorted) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = later(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/**
 * What two lists share, as a list. [9, 18) and [12, 13) [17, 20) → [12, 13) [17, 18);
 * where they only touch, [9, 12) and [12, 18), nothing.
 */
export function intersect<N extends number>(a: IntervalList<N>, b: IntervalList<N>): IntervalList<N> {
  const shared: Interval<N>[] = [];
  let i = 0;
  let j = 0;
  for (let one = a[i], other = b[j]; one && other; one = a[i], other = b[j]) {
    const start = later(one[0], other[0]);
    const end = earlier(one[1], other[1]);
    if (start < end) shared.push([start, end]);
    if (one[1] < other[1]) i++;
    else j++;
  }
  return shared;
}

/** The part of a list within `bounds`. [9, 12) [13, 18) clipped to [12, 14) → [13, 14). */
export function clip<N extends number>(list: IntervalList<N>, bounds: Interval<N>): IntervalList<N> {
  return intersect(list, [bounds]);
}

/**
 * What is left of `list` without the times of `holes` (both lists). [9, 18) without [12, 13) → [9, 12) [13, 18);
 * a hole that only touches, [18, 20), takes nothing.
 */
export function subtract<N extends number>(list: IntervalList<N>, holes: IntervalList<N>): IntervalList<N> {
  const left: Interval<N>[] = [];
  let j = 0;
  for (const [start, end] of list) {
    let from = start;
    for (let hole = holes[j]; hole && hole[0] < end; hole = holes[j]) {
      if (from < hole[0]) left.push([from, hole[0]]);
      from = later(from, hole[1]);
      // A hole that reaches past this interval may also bite into the next.
      if (hole[1] > end) break;
      j++;
    }
    if (from < end) left.push([from, end]);
  }
  return left;
}

/** The sum of the lengths, in the unit of the numbers. [9, 12) [13, 18) → 8. */
export function totalLength(list: IntervalList): number {
  return list.reduce((sum, interval) => sum + interval[1] - interval[0], 0);
}

/** The greater of two numbers of one kind, which `Math.max` would make plain numbers. */
export function later<N extends number>(a: N, b: N): N {
  return a > b ? a : b;
}

/** The smaller of two numbers of one kind. */
export function earlier<N extends number>(a: N, b: N): N {
  return a < b ? a : b;
}
