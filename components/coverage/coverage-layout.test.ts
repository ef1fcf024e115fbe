import { expect, test } from "vitest";
import { coverageLayout } from "./coverage-layout.ts";

test.each([
  [1116, "week", 160, 136],
  [768, "week", 160, 86],
  [600, "week", 160, 146],
  [480, "week", 160, 106],
  [390, "day", 116, 274],
  [320, "day", 116, 204],
  [640, "week", 160, 68],
] as const)("%d px: a %s, names %d px, days %d px", (widthPx, kind, nameWidthPx, dayWidthPx) => {
  const layout = coverageLayout(widthPx);
  expect(layout).toMatchObject({ kind, nameWidthPx });
  expect(Math.floor(layout.dayWidthPx)).toBe(dayWidthPx);
});
