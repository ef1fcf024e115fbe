"use client";
import { type RefCallback, useCallback, useState } from "react";

/** Width of an element in px, kept up to date; null before it is first laid out and on the server. */
export function useWidth(): readonly [RefCallback<HTMLElement>, number | null] {
  const [width, setWidth] = useState<number | null>(null);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return;
    setWidth(element.clientWidth);
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.round(entry.contentRect.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}

/** Distance of an element from the top of its scroller in px, when what stands above it has its true height. */
export function useOffsetTop(): readonly [RefCallback<HTMLElement>, number] {
  const [offsetTop, setOffsetTop] = useState(0);
  const ref = useCallback((element: HTMLElement | null) => {
    const above = element?.previousElementSibling;
    if (!element) return;
    setOffsetTop(element.offsetTop);
    const observer = new ResizeObserver(() => setOffsetTop(element.offsetTop));
    if (above) observer.observe(above);
    return () => observer.disconnect();
  }, []);
  return [ref, offsetTop];
}
