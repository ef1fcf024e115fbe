import { asInstant, type Instant, type Span } from "./types.ts";

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

/** Tells `add` of every instant at which something changes, in any order, as often as it likes. */
export type CollectEdges = (add: (at: Instant) => void) => void;

/** A timeline of `bounds` with an edge at every collected instant within them. */
export function makeTimeline({ startAt: firstAt, endAt: lastAt }: Span, collect: CollectEdges): Timeline {
  // Kept as ms since the start: small whole numbers are hashed several times faster than epoch ms.
  const inside = new Set<number>([0, lastAt - firstAt]);
  collect((at) => {
    if (firstAt < at && at < lastAt) inside.add(at - firstAt);
  });
  const offsets = Float64Array.from(inside).sort();
  const positions = new Map<number, number>();
  offsets.forEach((offsetMs, i) => {
    positions.set(offsetMs, i);
  });
  const last = offsets.length - 1;
  return {
    edges: Array.from(offsets, (offsetMs) => asInstant(firstAt + offsetMs)),
    segments: last,
    segmentsOf: (startAt, endAt) => [
      startAt <= firstAt ? 0 : (positions.get(startAt - firstAt) ?? last),
      endAt >= lastAt ? last : (positions.get(endAt - firstAt) ?? 0),
    ],
  };
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
