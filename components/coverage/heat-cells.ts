import type { CoverageSpan, Gap, Level } from "#lib/schedule/coverage.ts";
import { earlier, later } from "#lib/schedule/interval.ts";
import type { Instant, Span } from "#lib/schedule/types.ts";
import type { ChangedSpan, Reading } from "#lib/schedule/what-if.ts";
import { type CountTone, countTone, FIGURE_PX } from "./strip-cells.ts";

/** How a cell is painted: by the number of specialists, or `fallback` where only others can step in. */
export type HeatTone = CountTone | "fallback";

/** What a cell prints: specialists; where the level is `fallback`, those who step in. */
export interface Count {
  readonly level: Level;
  readonly lowest: number;
  readonly highest: number;
}

/** Neighbouring stretches that look alike, as one cell of the heat map. */
export interface HeatCell extends Span, Count {
  readonly tone: HeatTone;
  /** Some are there, but fewer than an explicit minimum. */
  readonly isShort: boolean;
  /** What it was before the what-if; null where that changes nothing. */
  readonly before: Count | null;
}

/** One row of the map. `spans` tile the week; `gaps` and `changes` are of the same skill, in order. */
export interface HeatSource {
  readonly spans: readonly CoverageSpan[];
  readonly gaps: readonly Gap[];
  readonly changes: readonly ChangedSpan[];
}

/** Amber means thin, however many there are (design tokens, section 1). */
export function heatTone({ level, specialists }: Pick<Reading, "level" | "specialists">): HeatTone {
  if (level === "met") return countTone({ level, specialists });
  return level === "thin" ? "c1" : level;
}

/** A row's cells on each of the given days, in order of time. */
export function cellsByDay(source: HeatSource, days: readonly Span[]): readonly (readonly HeatCell[])[] {
  return days.map((day) => {
    const touches = ({ startAt, endAt }: Span) => startAt < day.endAt && endAt > day.startAt;
    const { spans, gaps, changes } = source;
    const ofDay = {
      spans: spans.filter(touches),
      gaps: gaps.filter(touches),
      changes: changes.filter(touches),
    };
    return cellsOfDay(ofDay, day);
  });
}

/** The cells of a day, from what of a row touches it. */
function cellsOfDay(source: HeatSource, day: Span): readonly HeatCell[] {
  const cuts = [...source.gaps, ...source.changes].flatMap(({ startAt, endAt }) => [startAt, endAt]);
  const edges = cuts.toSorted((a, b) => a - b);
  const cells: HeatCell[] = [];
  for (const span of source.spans) {
    for (const piece of cutAt(edges, later(span.startAt, day.startAt), earlier(span.endAt, day.endAt))) {
      const cell = makeCell(source, span, piece);
      const last = cells.at(-1);
      if (last && looksAlike(last, cell)) cells[cells.length - 1] = join(last, cell);
      else cells.push(cell);
    }
  }
  return cells;
}

/** `[startAt, endAt)` in pieces; nothing where it is empty. */
function cutAt(edges: readonly Instant[], startAt: Instant, endAt: Instant): readonly Span[] {
  if (startAt >= endAt) return [];
  const pieces: Span[] = [];
  let from = startAt;
  for (const at of edges) {
    if (at <= from || at >= endAt) continue;
    pieces.push({ startAt: from, endAt: at });
    from = at;
  }
  return [...pieces, { startAt: from, endAt }];
}

function makeCell({ gaps, changes }: HeatSource, reading: Reading, piece: Span): HeatCell {
  const covers = (one: Span) => one.startAt <= piece.startAt && piece.endAt <= one.endAt;
  const change = changes.find(covers);
  const isAnyone = reading.level === "thin" || reading.level === "fallback";
  return {
    ...piece,
    ...countOf(reading),
    tone: heatTone(reading),
    isShort: isAnyone && gaps.some(covers),
    before: change ? countOf(change.before) : null,
  };
}

function countOf({ level, specialists, fallback }: Reading): Count {
  const people = level === "fallback" ? fallback : specialists;
  return { level, lowest: people, highest: people };
}

function looksAlike(a: HeatCell, b: HeatCell): boolean {
  return a.tone === b.tone && a.isShort === b.isShort && a.before?.level === b.before?.level;
}

function join(a: HeatCell, b: HeatCell): HeatCell {
  const before = a.before && b.before ? { ...a.before, ...widen(a.before, b.before) } : null;
  return { ...a, endAt: b.endAt, ...widen(a, b), before };
}

const widen = (a: Count, b: Count) => ({
  lowest: Math.min(a.lowest, b.lowest),
  highest: Math.max(a.highest, b.highest),
});

/** What a cell prints in a width: `6→5` where it changed, the count or the range, the low end, else nothing. */
export function cellText(cell: Pick<HeatCell, keyof Count | "before">, widthPx: number): string {
  const after = textsOf(cell);
  const before = cell.before ? textsOf(cell.before)[0] : undefined;
  const texts = before === undefined || before === after[0] ? after : [`${before}→${after[0]}`, ...after];
  return texts.find((text) => widthPx >= text.length * FIGURE_PX) ?? "";
}

function textsOf({ level, lowest, highest }: Count): readonly [string, string] {
  const range = lowest === highest ? String(lowest) : `${lowest}–${highest}`;
  const low = lowest === highest ? range : `${lowest}+`;
  return level === "fallback" ? [`(${range})`, `(${low})`] : [range, low];
}

/** Neighbouring changed cells of a day, each run in one frame. */
export function changedRuns(cells: readonly HeatCell[]): readonly Span[] {
  const runs: { startAt: Instant; endAt: Instant }[] = [];
  for (const { startAt, endAt, before } of cells) {
    if (before === null) continue;
    const last = runs.at(-1);
    if (last?.endAt === startAt) last.endAt = endAt;
    else runs.push({ startAt, endAt });
  }
  return runs;
}
