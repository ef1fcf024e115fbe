import type { IntervalList } from "./interval.ts";
import type { Instant, Span } from "./types.ts";

/**
 * Time cut at every instant at which anything changes. Between two neighbouring edges nothing does, so that a week is
 * counted in a few hundred segments rather than in 10,080 minutes. Segment i is `[edges[i], edges[i + 1])`.
 */
export interface Timeline {
  readonly edges: readonly Instant[];
  readonly segments: number;
  /** The segments that a span covers, as `[from, to)`; it must start and end at edges, or outside the bounds. */
  segmentsOf(startAt: Instant, endAt: Instant): readonly [from: number, to: number];
}

/** A timeline of `bounds` with an edge at every given instant within them. */
export function makeTimeline(bounds: Span, instants: Iterable<Instant>): Timeline {
  const inside = new Set<Instant>([bounds.startAt, bounds.endAt]);
  for (const at of instants) if (bounds.startAt < at && at < bounds.endAt) inside.add(at);
  const edges = [...inside].sort((a, b) => a - b);
  const positions = new Map<Instant, number>(edges.map((at, i) => [at, i]));
  const last = edges.length - 1;
  return {
    edges,
    segments: last,
    segmentsOf: (startAt, endAt) => [
      startAt <= bounds.startAt ? 0 : (positions.get(startAt) ?? last),
      endAt >= bounds.endAt ? last : (positions.get(endAt) ?? 0),
    ],
  };
}

/** Every edge of a list of intervals. */
export function* edgesOf(lists: Iterable<IntervalList<Instant>>): Generator<Instant> {
  for (const list of lists) for (const interval of list) yield* interval;
}

/**
 * The maximal stretches of segments for which `holds`, whose neighbours are the `same`: as `[from, to)`, in order.
 * With `same` always true they are the stretches of a condition; with `holds` always true they tile the timeline.
 */
export function stretchesOf(
  segments: number,
  holds: (i: number) => boolean,
  same: (i: number, j: number) => boolean,
): readonly (readonly [from: number, to: number])[] {
  const stretches: (readonly [number, number])[] = [];
  let from = -1;
  for (let i = 0; i <= segments; i++) {
    const goesOn = from >= 0 && i < segments && holds(i) && same(i - 1, i);
    if (goesOn) continue;
    if (from >= 0) stretches.push([from, i]);
    from = i < segments && holds(i) ? i : -1;
  }
  return stretches;
}

/** The span of segments `[from, to)`. */
export function spanOf({ edges }: Timeline, [from, to]: readonly [from: number, to: number]): Span {
  const startAt = edges[from];
  const endAt = edges[to];
  if (startAt === undefined || endAt === undefined)
    throw new RangeError("a stretch lies outside its timeline");
  return { startAt, endAt };
}
