import type { Instant, Span } from "./types.ts";

/** What the plan says of one moment. */
export interface Plan {
  /** The span that holds the moment: a shift that starts now is on, one that ends now is over. */
  readonly onShift: Span | null;
  /** The first span that starts after the moment. */
  readonly next: Span | null;
}

/** The plan at `at`; `spans` sorted and disjoint, reaching far enough past `at` to hold the next one. */
export function planOf(spans: readonly Span[], at: Instant): Plan {
  return {
    onShift: spans.find((span) => span.startAt <= at && at < span.endAt) ?? null,
    next: spans.find((span) => span.startAt > at) ?? null,
  };
}
