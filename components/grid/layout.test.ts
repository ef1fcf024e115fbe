import { expect, test } from "vitest";
import { layoutFor } from "./layout.ts";

test.each([
  [1440, "grid", 248, 2],
  [1280, "grid", 248, 2],
  [1279, "grid", 208, 2],
  [1024, "grid", 208, 2],
  [1023, "grid", 176, 1],
  [768, "grid", 176, 1],
  [767, "grid", 148, 1],
  [480, "grid", 148, 1],
  [479, "list", 148, 1],
  [320, "list", 148, 1],
] as const)("%d px wide: a %s, names %d px, badges %d", (width, kind, nameWidthPx, badges) => {
  expect(layoutFor(width, "cosy")).toMatchObject({ kind, nameWidthPx, badges });
});

test("seven days fill a wide container, three a narrow one, and none is under 64 px", () => {
  const wide = layoutFor(1440, "cosy");
  expect(wide.dayWidthPx * 7 + wide.nameWidthPx).toBeCloseTo(1425, 5);
  const narrow = layoutFor(600, "cosy");
  expect(narrow.dayWidthPx * 3 + narrow.nameWidthPx).toBeCloseTo(585, 5);
  expect(layoutFor(480, "cosy").dayWidthPx).toBeGreaterThanOrEqual(64);
});

test.each([
  [1440, false],
  [768, false],
  [767, true],
  [480, true],
])("%d px wide: days beyond the edge: %j", (width, isWide) => {
  expect(layoutFor(width, "cosy").isWide).toBe(isWide);
  expect(layoutFor(width, "compact").isWide).toBe(isWide);
});

test("compact rows are 27 px high and show no badges' line", () => {
  expect(layoutFor(1100, "compact")).toMatchObject({ compact: true, nameWidthPx: 148, sizes: { agent: 27 } });
});
