import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeRows, rangeInView, rangeToDraw } from "./row-places.ts";

const HEIGHTS = [28, 44, 44, 28, 44];
const places = placeRows(HEIGHTS.map((height) => ({ count: 1, height })));

describe("placeRows", () => {
  it("stacks rows without holes", () => {
    expect([0, 1, 2, 3, 4].map(places.top)).toEqual([0, 28, 72, 116, 144]);
    expect([0, 1, 2, 3, 4].map(places.height)).toEqual(HEIGHTS);
    expect(places.totalHeight).toBe(188);
  });

  it.each([
    [-10, 0],
    [0, 0],
    [27, 0],
    [28, 1],
    [143, 3],
    [187, 4],
    [9_999, 4],
  ])("finds the row at %i px: %i", (top, index) => expect(places.at(top)).toBe(index));

  it("stands rows of one height as it would each by itself", () => {
    const runs = fc.array(
      fc.record({ count: fc.integer({ min: 0, max: 9 }), height: fc.integer({ min: 1, max: 50 }) }),
    );
    fc.assert(
      fc.property(runs, fc.integer({ min: -9, max: 2_000 }), (given, asked) => {
        const heights = given.flatMap(({ count, height }) => Array.from({ length: count }, () => height));
        const placed = placeRows(given);
        let top = 0;
        heights.forEach((height, index) => {
          expect([placed.top(index), placed.height(index)]).toEqual([top, height]);
          top += height;
        });
        expect([placed.count, placed.totalHeight]).toEqual([heights.length, top]);
        const passed = heights.findLastIndex((_, index) => placed.top(index) <= asked);
        expect(placed.at(asked)).toBe(heights.length === 0 ? -1 : Math.max(0, passed));
      }),
    );
  });

  it("has nothing without rows", () => {
    const none = placeRows([]);
    expect([none.totalHeight, none.at(0)]).toEqual([0, -1]);
  });
});

describe("rangeToDraw", () => {
  const many = placeRows(
    Array.from({ length: 250 }, () => [
      { count: 1, height: 28 },
      { count: 39, height: 44 },
    ]).flat(),
  );

  it("draws more rows where the view is heading", () => {
    const size = (direction: "up" | "down" | null) => {
      const { first, end } = rangeToDraw(many, { top: 44_000, height: 880, direction });
      const shown = many.at(44_000);
      return [shown - first, end - many.at(44_880)];
    };
    const [above = 0, below = 0] = size("down");
    expect(below).toBeGreaterThan(2 * above);
    const [aboveUp = 0, belowUp = 0] = size("up");
    expect(aboveUp).toBeGreaterThan(2 * belowUp);
  });

  it("draws the last screen where the view is past the end, as after a filter", () => {
    const few = placeRows([{ count: 30, height: 44 }]);
    const { first, end } = rangeToDraw(few, { top: 90_000, height: 880, direction: "down" });
    expect(first).toBeLessThanOrEqual(10);
    expect(end).toBe(30);
  });

  it("holds every row of the view, and few others", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: many.totalHeight - 2_000 }),
        fc.integer({ min: 0, max: 2_000 }),
        fc.constantFrom("up", "down", null),
        (top, height, direction) => {
          const { first, end } = rangeToDraw(many, { top, height, direction });
          expect(first).toBeLessThanOrEqual(many.at(top));
          expect(end).toBeGreaterThan(many.at(top + height));
          expect(end - first).toBeLessThanOrEqual(height / 28 + 24);
          const seen = rangeInView(many, { top, height, direction });
          expect(seen.first).toBeGreaterThanOrEqual(first);
          expect(seen.end).toBeLessThanOrEqual(end);
          expect(seen.first).toBeLessThanOrEqual(many.at(top));
          expect(seen.end).toBeGreaterThan(many.at(top + height));
        },
      ),
    );
  });
});
