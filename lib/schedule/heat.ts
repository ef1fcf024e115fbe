import type { CoverageSpan, Level } from "./coverage.ts";
import { earlier, later } from "./interval.ts";
import type { Span } from "./types.ts";

/** One cell of a heat map: neighbouring spans of one level, with the fewest and most people that it prints. */
export interface HeatCell extends Span {
  readonly level: Level;
  /** Specialists; where the level is `fallback`, those who step in. */
  readonly lowest: number;
  readonly highest: number;
}

/** Merges neighbours of one level, cut at the given instants too (as a rule the midnights of the week on screen). */
export function heatCells(spans: readonly CoverageSpan[], cuts: readonly Span[]): readonly HeatCell[] {
  const cells: HeatCell[] = [];
  for (const { startAt: from, endAt: until } of cuts) {
    const firstOfCut = cells.length;
    for (const { level, specialists, fallback, ...span } of spans) {
      const startAt = later(span.startAt, from);
      const endAt = earlier(span.endAt, until);
      if (startAt >= endAt) continue;
      const people = level === "fallback" ? fallback : specialists;
      const last = cells.length > firstOfCut ? cells.at(-1) : undefined;
      if (last?.level === level) {
        cells[cells.length - 1] = {
          ...last,
          endAt,
          lowest: Math.min(last.lowest, people),
          highest: Math.max(last.highest, people),
        };
      } else cells.push({ startAt, endAt, level, lowest: people, highest: people });
    }
  }
  return cells;
}
