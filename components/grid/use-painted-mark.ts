"use client";
import { useEffect } from "react";

/**
 * Sets the mark `rota:painted` once the browser has shown the frame in which the first screen of rows
 * was drawn from the whole roster, and is free to answer input (product.md, section 9).
 */
export function usePaintedMark(isWhole: boolean): void {
  useEffect(() => {
    if (!isWhole || performance.getEntriesByName("rota:painted").length > 0) return;
    const channel = new MessageChannel();
    channel.port1.onmessage = () => performance.mark("rota:painted");
    // The message is taken up after the frame that this callback belongs to has been painted.
    const frame = requestAnimationFrame(() => channel.port2.postMessage(null));
    return () => cancelAnimationFrame(frame);
  }, [isWhole]);
}
