"use client";
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { asInstant, type Instant, type Span } from "#lib/schedule/types.ts";
import { cellAt, placeAfter } from "./heat-moves.ts";

/** The map's one tab stop, by the row's key, so that it survives another choice of skills. */
interface ActivePlace {
  readonly rowKey: string;
  readonly at: Instant;
}

const ROW_PX = 37;

interface HeatRows {
  readonly rowKeys: readonly string[];
  /** Of each row, in order of time. */
  readonly cells: readonly (readonly Span[])[];
}

/** Keyboard of the heat map (product.md, section 9); Enter is the cell's own, which is a button. */
export function useHeatKeys({ rowKeys, cells }: HeatRows) {
  const grid = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const [place, setPlace] = useState<ActivePlace | null>(null);
  const row = Math.max(0, place === null ? 0 : rowKeys.indexOf(place.rowKey));
  const at = place?.at ?? cells[0]?.[0]?.startAt ?? asInstant(0);
  const active = { rowKey: rowKeys[row] ?? "", at: cellAt(cells[row] ?? [], at)?.startAt ?? at };

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    const cell = grid.current?.querySelector<HTMLElement>('[data-cell-at][tabindex="0"]');
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(window.innerHeight / ROW_PX / 2));
    const next = placeAfter(event, { row, at }, cells, page);
    const rowKey = next === null ? undefined : rowKeys[next.row];
    if (next === null || rowKey === undefined) return;
    event.preventDefault();
    wantsFocus.current = true;
    setPlace({ rowKey, at: next.at });
  };

  const onFocus = ({ target }: { readonly target: EventTarget }) => {
    const found = target instanceof HTMLElement ? placeOf(target) : null;
    // Up and down keep the instant from which they started, though the cell there may begin earlier.
    if (found !== null && (found.rowKey !== active.rowKey || found.at !== active.at)) setPlace(found);
  };
  return { grid, active, onKeyDown, onFocus };
}

/** The row and the start of the cell that an element lies in. */
export function placeOf(element: Element): ActivePlace | null {
  const cell = element.closest<HTMLElement>("[data-cell-at]");
  const rowKey = cell?.closest<HTMLElement>("[data-row-key]")?.dataset.rowKey;
  return cell === null || rowKey === undefined
    ? null
    : { rowKey, at: asInstant(Number(cell.dataset.cellAt)) };
}
