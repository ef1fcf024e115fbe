"use client";
import { useEffect } from "react";
import { afterPaint } from "#components/ui/after-paint.ts";

const MARK = "rota:painted";

/**
 * Sets the mark `rota:painted` once the browser has shown the frame in which the first screen of rows
 * was drawn from the whole roster, and is free to answer input (product.md, section 9).
 */
export function usePaintedMark(isWhole: boolean): void {
  useEffect(() => {
    if (!isWhole || performance.getEntriesByName(MARK).length > 0) return;
    return afterPaint(() => performance.mark(MARK));
  }, [isWhole]);
}
