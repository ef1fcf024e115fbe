/** Where rows of known heights stand below one another, and which of them to draw. Pure; px, from the first row's top. */

export interface RowPlaces {
  readonly count: number;
  readonly totalHeight: number;
  top(index: number): number;
  height(index: number): number;
  /** The row that holds this place; the first above all rows, the last below them, -1 where there are none. */
  at(top: number): number;
}

export function placeRows(count: number, heightOf: (index: number) => number): RowPlaces {
  // One entry more than rows: the last is where all of them end.
  const tops = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) tops[i + 1] = (tops[i] ?? 0) + heightOf(i);
  const top = (index: number) => tops[index] ?? 0;
  return {
    count,
    totalHeight: top(count),
    top,
    height: (index) => top(index + 1) - top(index),
    at: (wanted) => {
      let low = 0;
      let high = count - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (top(middle) <= wanted) low = middle;
        else high = middle - 1;
      }
      return high < 0 ? -1 : low;
    },
  };
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
export function rangeToDraw(places: RowPlaces, { top, height, direction }: RowView): RowRange {
  const above = direction === null ? AROUND : direction === "up" ? AHEAD : BEHIND;
  const below = direction === null ? AROUND : direction === "down" ? AHEAD : BEHIND;
  // Where a filter leaves less than what was scrolled past, the browser goes back to the end in a moment.
  const from = Math.max(0, Math.min(top, places.totalHeight - height));
  const first = Math.floor((places.at(from) - above) / STEP) * STEP;
  const end = Math.ceil((places.at(from + height) + 1 + below) / STEP) * STEP;
  return { first: Math.max(0, first), end: Math.min(places.count, end) };
}
