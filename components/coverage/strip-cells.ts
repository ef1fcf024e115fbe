import type { CoverageSpan } from "#lib/schedule/coverage.ts";
import { earlier, later } from "#lib/schedule/interval.ts";
import type { Span } from "#lib/schedule/types.ts";

/** How a number of people is painted: `c1` one … `c5` twenty and more; nobody, or closed (design tokens, section 1). */
export type CountTone = "closed" | "none" | "c1" | "c2" | "c3" | "c4" | "c5";

const STEPS = [
  [20, "c5"],
  [8, "c4"],
  [5, "c3"],
  [2, "c2"],
  [1, "c1"],
] as const;

/** Hours outside opening hours alarm nobody, even with nobody there; people who are there all the same are counted. */
export function countTone({ specialists, level }: Pick<CoverageSpan, "specialists" | "level">): CountTone {
  const step = STEPS.find(([from]) => specialists >= from);
  return step?.[1] ?? (level === "closed" ? "closed" : "none");
}

/** Neighbours of one tone as one cell, cut at the days' ends, with the fewest and most people it stands for. */
export interface CountCell extends Span {
  readonly tone: CountTone;
  readonly lowest: number;
  readonly highest: number;
}

/** The cells of one day, in order. `spans` tile at least that day. */
export function cellsOfDay(spans: readonly CoverageSpan[], day: Span): readonly CountCell[] {
  const cells: CountCell[] = [];
  for (const span of spans) {
    const startAt = later(span.startAt, day.startAt);
    const endAt = earlier(span.endAt, day.endAt);
    if (startAt >= endAt) continue;
    const tone = countTone(span);
    const count = span.specialists;
    const last = cells.at(-1);
    if (last?.tone !== tone) cells.push({ startAt, endAt, tone, lowest: count, highest: count });
    else {
      const [lowest, highest] = [Math.min(last.lowest, count), Math.max(last.highest, count)];
      cells[cells.length - 1] = { ...last, endAt, lowest, highest };
    }
  }
  return cells;
}

/** Width of one figure in px. */
export const FIGURE_PX = 6.3;

/** What a cell prints: the count or the range, else the low end with a plus, else nothing. */
export function cellLabel(
  { lowest, highest }: Pick<CountCell, "lowest" | "highest">,
  widthPx: number,
): string {
  const range = lowest === highest ? String(lowest) : `${lowest}–${highest}`;
  const low = lowest === highest ? range : `${lowest}+`;
  return [range, low].find((text) => widthPx >= text.length * FIGURE_PX) ?? "";
}

/** How long nobody is there in open hours, in ms. */
export function nobodyMs(cells: readonly CountCell[]): number {
  return cells.reduce((sum, { tone, startAt, endAt }) => sum + (tone === "none" ? endAt - startAt : 0), 0);
}
