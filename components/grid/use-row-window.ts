"use client";
import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback } from "react";

export interface RowWindow {
  /** Rows that are drawn, by index, with their top edge below the head in px. */
  readonly rows: readonly { readonly index: number; readonly top: number; readonly height: number }[];
  readonly totalHeight: number;
  /** Brings a row wholly into view. */
  reveal(index: number): void;
}

interface Options {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly count: number;
  /** Heights are known beforehand and never measured. Another function means other heights, so it must stay the same while they do. */
  readonly heightOf: (index: number) => number;
  /** Height of the sticky head, under which no row may hide when revealed. */
  readonly headHeight: number;
  /** A row that stays in the DOM wherever one scrolls, since it holds the focus. */
  readonly keep: number | null;
  /** What stands above the rows in the same scroller and scrolls with them, in px. */
  readonly offsetTop?: number;
}

/** Which rows to draw. The only file that knows the virtualiser. */
export function useRowWindow({
  scroller,
  count,
  heightOf,
  headHeight,
  keep,
  offsetTop = 0,
}: Options): RowWindow {
  const rangeExtractor = useCallback(
    (range: Range) => {
      const rows = defaultRangeExtractor(range);
      if (keep === null || keep >= range.count || rows.includes(keep)) return rows;
      return [...rows, keep].sort((a, b) => a - b);
    },
    [keep],
  );
  // The virtualiser works out all places anew when this function is another one, and not when the heights are.
  // biome-ignore lint/correctness/useExhaustiveDependencies: made anew because the heights have changed
  const getItemKey = useCallback((index: number) => index, [heightOf]);
  const virtualizer = useVirtualizer({
    count,
    getItemKey,
    getScrollElement: () => scroller.current,
    estimateSize: heightOf,
    overscan: 8,
    scrollPaddingStart: headHeight,
    scrollMargin: offsetTop,
    rangeExtractor,
    initialRect: { width: 1280, height: 720 },
  });
  return {
    rows: virtualizer
      .getVirtualItems()
      .map(({ index, start, size }) => ({ index, top: start - offsetTop, height: size })),
    totalHeight: virtualizer.getTotalSize(),
    reveal: (index) => virtualizer.scrollToIndex(index, { align: "auto" }),
  };
}
