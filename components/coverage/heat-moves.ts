import type { Instant, Span } from "#lib/schedule/types.ts";

/**
 * Where the map's one tab stop is: a row, and an instant in it. An instant means a cell in every row, so that up and
 * down go straight, and the place outlives a what-if that cuts the cells anew.
 */
export interface Place {
  readonly row: number;
  readonly at: Instant;
}

/** The cell of a row that holds the instant; the last one before it, where it lies past the end. */
export function cellAt<C extends Span>(cells: readonly C[], at: Instant): C | undefined {
  return cells.findLast(({ startAt }) => startAt <= at) ?? cells[0];
}

/** Where a key leads (product.md, section 9); null for a key that does not move. `rows` are each in order of time. */
export function placeAfter(
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  { row, at }: Place,
  rows: readonly (readonly Span[])[],
  rowsPerPage: number,
): Place | null {
  const to = (wanted: number, instant: Instant | undefined): Place => ({
    row: Math.max(0, Math.min(rows.length - 1, wanted)),
    at: instant ?? at,
  });
  const cells = rows[row] ?? [];
  const here = cellAt(cells, at);
  const index = here === undefined ? 0 : cells.indexOf(here);
  switch (key) {
    case "ArrowLeft":
      return to(row, cells[Math.max(0, index - 1)]?.startAt);
    case "ArrowRight":
      return to(row, cells[Math.min(cells.length - 1, index + 1)]?.startAt);
    case "ArrowUp":
      return to(row - 1, undefined);
    case "ArrowDown":
      return to(row + 1, undefined);
    case "PageUp":
      return to(row - rowsPerPage, undefined);
    case "PageDown":
      return to(row + rowsPerPage, undefined);
    case "Home":
      return to(ctrlKey ? 0 : row, cells[0]?.startAt);
    case "End":
      return to(ctrlKey ? rows.length - 1 : row, cells.at(-1)?.startAt);
    default:
      return null;
  }
}
