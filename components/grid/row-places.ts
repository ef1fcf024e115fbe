/**
 * Where rows of known heights stand below one another, and which of them to draw. Pure; px, from the first row's top.
 * Rows of one height are told of together, so that the cost grows with groups and not with agents.
 */

export interface RowPlaces {
  readonly count: number;
  readonly totalHeight: number;
  top(index: number): number;
  height(index: number): number;
  /** The row that holds this place; the first above all rows, the last below them, -1 where there are none. */
  at(top: number): number;
}

/** So many rows of one height below one another. */
export interface RowRun {
  readonly count: number;
  readonly height: number;
}

export function placeRows(runs: readonly RowRun[]): RowPlaces {
  const placed: { first: number; end: number; top: number; bottom: number; height: number }[] = [];
  let [end, bottom] = [0, 0];
  for (const { count, height } of runs) {
    const [first, top] = [end, bottom];
    end += count;
    bottom += count * height;
    if (count > 0) placed.push({ first, end, top, bottom, height });
  }
  const runOf = (index: number) => placed[findLast(placed, ({ first }) => first <= index)];
  return {
    count: end,
    totalHeight: bottom,
    top: (index) => {
      const run = runOf(index);
      return run === undefined ? 0 : run.top + (Math.min(index, run.end) - run.first) * run.height;
    },
    height: (index) => runOf(index)?.height ?? 0,
    at: (wanted) => {
      const run = placed[findLast(placed, ({ top }) => top <= wanted)];
      if (run === undefined) return -1;
      const within = Math.floor((wanted - run.top) / run.height);
      return Math.min(run.end - 1, run.first + Math.max(0, within));
    },
  };
}

/** The last place of a list for which `holds`, where all before it do and none after; the first, where none does. */
export function findLast<T>(list: readonly T[], holds: (one: T) => boolean): number {
  let low = 0;
  let high = list.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const one = list[middle];
    if (one !== undefined && holds(one)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What the scroller shows of the rows, and which way it last moved. */
export interface RowView {
  readonly top: number;
  readonly height: number;
  readonly direction: "up" | "down" | null;
}

/** Rows [first, end). */
export interface RowRange {
  readonly first: number;
  readonly end: number;
}

/** Rows drawn beyond the window's edges: the browser scrolls on by itself while new rows are being made. */
const AHEAD = 14;
const BEHIND = 4;
const AROUND = 8;
/** New rows are made two at a time, which halves the work around them. */
const STEP = 2;

/** The rows to draw for a view: those it shows, and more of them where it is heading. */
export function rangeToDraw(places: RowPlaces, view: RowView): RowRange {
  const { direction } = view;
  const above = direction === null ? AROUND : direction === "up" ? AHEAD : BEHIND;
  const below = direction === null ? AROUND : direction === "down" ? AHEAD : BEHIND;
  return rangeAround(places, view, above, below);
}

/** The rows that a view shows, with one step more on either side. */
export function rangeInView(places: RowPlaces, view: RowView): RowRange {
  return rangeAround(places, view, STEP, STEP);
}

function rangeAround(places: RowPlaces, view: RowView, above: number, below: number): RowRange {
  const { top, height } = view;
  // Where a filter leaves less than what was scrolled past, the browser goes back to the end in a moment.
  const from = Math.max(0, Math.min(top, places.totalHeight - height));
  const first = Math.floor((places.at(from) - above) / STEP) * STEP;
  const end = Math.ceil((places.at(from + height) + 1 + below) / STEP) * STEP;
  return { first: Math.max(0, first), end: Math.min(places.count, end) };
}
