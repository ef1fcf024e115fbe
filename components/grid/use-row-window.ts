"use client";
import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { placeRows, type RowRange, type RowView, rangeToDraw } from "./row-places.ts";

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
  /** Height of the sticky head above the rows, under which no row may hide when revealed. */
  readonly headHeight: number;
  /** A row that stays in the DOM wherever one scrolls, since it holds the focus. */
  readonly keep: number | null;
  /** What stands above the rows in the same scroller and scrolls with them, in px. */
  readonly offsetTop?: number;
}

/** Drawn by the server, and by the browser until it knows its own height. */
const FIRST_ROWS: RowRange = { first: 0, end: 36 };

/** Which rows to draw. */
export function useRowWindow(options: Options): RowWindow {
  const { scroller, count, heightOf, headHeight, keep, offsetTop = 0 } = options;
  const places = useMemo(() => placeRows(count, heightOf), [count, heightOf]);
  const [view, setView] = useState<RowView | null>(null);
  const range = view === null ? FIRST_ROWS : rangeToDraw(places, view);
  const drawn = useRef({ places, range, offsetTop });
  useLayoutEffect(() => {
    drawn.current = { places, range, offsetTop };
  });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let lastTop = element.scrollTop;
    const look = (direction: RowView["direction"]): RowView => ({
      top: element.scrollTop - drawn.current.offsetTop,
      height: element.clientHeight,
      direction,
    });
    const onScroll = () => {
      if (element.scrollTop === lastTop) return;
      const next = look(element.scrollTop < lastTop ? "up" : "down");
      lastTop = element.scrollTop;
      const { places: current, range: before } = drawn.current;
      const wanted = rangeToDraw(current, next);
      // Rows must be there in the very frame that shows their place.
      if (wanted.first !== before.first || wanted.end !== before.end) flushSync(() => setView(next));
    };
    setView(look(null));
    const observer = new ResizeObserver(() =>
      setView((before) => (before?.height === element.clientHeight ? before : look(null))),
    );
    observer.observe(element);
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", onScroll);
    };
  }, [scroller]);

  const reveal = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (element === null) return;
      // Scrolled to here, the row stands directly under the head, and to there, at the lower edge.
      const highest = offsetTop + places.top(index);
      const lowest = highest + places.height(index) + headHeight - element.clientHeight;
      if (element.scrollTop > highest) element.scrollTop = highest;
      else if (element.scrollTop < lowest) element.scrollTop = lowest;
    },
    [scroller, places, headHeight, offsetTop],
  );

  const rows = indexesOf(range, count, keep).map((index) => ({
    index,
    top: places.top(index),
    height: places.height(index),
  }));
  return { rows, totalHeight: places.totalHeight, reveal };
}

function indexesOf({ first, end }: RowRange, count: number, keep: number | null): readonly number[] {
  const last = Math.min(end, count);
  const indexes = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);
  if (keep === null || keep >= count || (first <= keep && keep < last)) return indexes;
  return keep < first ? [keep, ...indexes] : [...indexes, keep];
}
