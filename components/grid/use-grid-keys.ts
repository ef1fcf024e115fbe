"use client";
import { type KeyboardEvent, type RefObject, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { GridRows } from "./grid-items.ts";

/** The grid's one tab stop: a row by key, so that it survives re-ordering, and a column, 0 being the name. */
export interface ActiveCell {
  readonly rowKey: string;
  readonly column: number;
}

const LAST_COLUMN = 7;

export interface ActiveCellState {
  /** Null only where there are no rows. */
  readonly current: ActiveCell | null;
  /** Its row's place among all rows; the first row while nobody has moved. */
  readonly index: number;
  setActive(cell: ActiveCell): void;
}

/** Remembers the tab stop; when its row is filtered away, the first row takes over. */
export function useActiveCell(rows: GridRows): ActiveCellState {
  const [active, setActive] = useState<ActiveCell | null>(null);
  const found = useMemo(() => (active === null ? -1 : rows.indexOf(active.rowKey)), [rows, active]);
  const first = rows.keyAt(0);
  if (active !== null && found >= 0) return { current: active, index: found, setActive };
  return { current: first === undefined ? null : { rowKey: first, column: 0 }, index: 0, setActive };
}

interface Options {
  readonly cell: ActiveCellState;
  readonly scroller: RefObject<HTMLElement | null>;
  /** All rows in order, drawn or not. */
  readonly rows: GridRows;
  readonly rowHeightPx: number;
  readonly reveal: (index: number) => void;
  /** Enter, and Space on a group's head. */
  readonly onOpen: (rowKey: string) => void;
}

/** Keyboard of the grid (product.md, section 9): arrows by cell, Home/End, Ctrl+Home/End, PageUp/PageDown, Enter. */
export function useGridKeys({
  cell: { current, index, setActive },
  scroller,
  rows,
  rowHeightPx,
  reveal,
  onOpen,
}: Options) {
  const wantsFocus = useRef(false);

  // The cell may only be drawn by this very render, after the window moved to it.
  useLayoutEffect(() => {
    if (!wantsFocus.current || current === null) return;
    const cell = findCell(scroller.current, current);
    if (cell === null) return;
    wantsFocus.current = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  const moveTo = (wanted: number, column: number) => {
    const row = Math.max(0, Math.min(rows.places.count - 1, wanted));
    const rowKey = rows.keyAt(row);
    if (rowKey === undefined) return;
    wantsFocus.current = true;
    setActive({ rowKey, column: Math.max(0, Math.min(LAST_COLUMN, column)) });
    reveal(row);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || current === null) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeightPx) - 2);
    const target = targetOf(event, index, current.column, page, rows.places.count - 1);
    if (target !== null) moveTo(target.row, target.column);
    else if (event.key === "Enter" || event.key === " ") onOpen(current.rowKey);
    else return;
    event.preventDefault();
  };

  const onFocus = (target: EventTarget) => {
    const cell = target instanceof HTMLElement ? target.closest<HTMLElement>("[data-column]") : null;
    const rowKey = cell?.closest<HTMLElement>("[data-row-key]")?.dataset.rowKey;
    if (cell && rowKey !== undefined) setActive({ rowKey, column: Number(cell.dataset.column) });
  };

  return { onKeyDown, onFocus };
}

function findCell(scroller: HTMLElement | null, { rowKey, column }: ActiveCell): HTMLElement | null {
  const row = scroller?.querySelector(`[data-row-key="${CSS.escape(rowKey)}"]`);
  // A group's head is one cell across the grid.
  return (
    row?.querySelector<HTMLElement>(`[data-column="${column}"]`) ??
    row?.querySelector("[data-column]") ??
    null
  );
}

function targetOf(
  { key, ctrlKey }: Pick<KeyboardEvent, "key" | "ctrlKey">,
  row: number,
  column: number,
  page: number,
  lastRow: number,
): { row: number; column: number } | null {
  switch (key) {
    case "ArrowUp":
      return { row: row - 1, column };
    case "ArrowDown":
      return { row: row + 1, column };
    case "ArrowLeft":
      return { row, column: column - 1 };
    case "ArrowRight":
      return { row, column: column + 1 };
    case "Home":
      return ctrlKey ? { row: 0, column: 0 } : { row, column: 0 };
    case "End":
      return ctrlKey ? { row: lastRow, column: LAST_COLUMN } : { row, column: LAST_COLUMN };
    case "PageUp":
      return { row: row - page, column };
    case "PageDown":
      return { row: row + page, column };
    default:
      return null;
  }
}
