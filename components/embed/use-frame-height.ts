"use client";
import { type RefCallback, useCallback } from "react";
import type { EmbedBridge } from "./embed-bridge.ts";

/** No portal wants a taller frame; what is longer scrolls inside. */
const TALLEST_PX = 8_000;

/**
 * Tells the portal how tall the content is: once a picture at most, rounded up, and only when it has changed. The
 * content must not depend on the frame's own height, or the two would drive each other.
 */
export function useFrameHeight(bridge: EmbedBridge): RefCallback<HTMLElement> {
  return useCallback(
    (element: HTMLElement | null) => {
      if (element === null) return;
      let told = 0;
      let picture = 0;
      const measure = () => {
        picture = 0;
        const height = Math.min(TALLEST_PX, Math.ceil(element.getBoundingClientRect().height));
        if (Math.abs(height - told) < 1) return;
        told = height;
        bridge.tell({ type: "resize", height });
      };
      const observer = new ResizeObserver(() => {
        if (picture === 0) picture = requestAnimationFrame(measure);
      });
      observer.observe(element);
      return () => {
        observer.disconnect();
        cancelAnimationFrame(picture);
      };
    },
    [bridge],
  );
}
