"use client";
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useAfterPaint } from "#components/ui/after-paint.ts";
import { type RowPlaces, type RowRange, type RowView, rangeInView, rangeToDraw } from "./row-places.ts";

export interface RowWindow {
  /** Rows that are drawn, by index, with their top edge below the head in px. */
  readonly rows: readonly { readonly index: number; readonly top: number; readonly height: number }[];
  readonly totalHeight: number;
  /** Brings a row wholly into view. */
  reveal(index: number): void;
}

interface Options {
  readonly scroller: RefObject<HTMLElement | null>;
  /** Heights are known beforehand and never measured. */
  readonly places: RowPlaces;
  readonly keyAt: (index: number) => string | undefined;
  /** Height of the sticky head above the rows, under which no row may hide when revealed. */
  readonly headHeight: number;
  /** A row that stays in the DOM wherever one scrolls, since it holds the focus. */
  readonly keep: number | null;
  /** What stands above the rows in the same scroller and scrolls with them, in px. */
  readonly offsetTop?: number;
}

/** Drawn by the server, and by the browser until it knows its own height. */
const FIRST_ROWS: RowRange = { first: 0, end: 36 };

/**
 * Which rows to draw. After a change of the rows themselves those in view come first: the ones beyond, which nobody sees
 * yet, follow once they are on screen, unless they were drawn already.
 */
export function useRowWindow(options: Options): RowWindow {
  const { scroller, places, keyAt, headHeight, keep, offsetTop = 0 } = options;
  const [view, setView] = useState<RowView | null>(null);
  const range = view === null ? FIRST_ROWS : rangeToDraw(places, view);
  const settled = useAfterPaint(places, places);
  const known = useRef<ReadonlySet<string | undefined>>(new Set());
  const inView = view === null || settled === places ? range : rangeInView(places, view);
  const isDue = (index: number) =>
    (inView.first <= index && index < inView.end) || index === keep || known.current.has(keyAt(index));
  const indexes = indexesOf(range, places.count, keep).filter(isDue);
  const drawn = useRef({ places, range, offsetTop });
  useLayoutEffect(() => {
    drawn.current = { places, range, offsetTop };
    known.current = new Set(indexes.map(keyAt));
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

  const rows = indexes.map((index) => ({
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
