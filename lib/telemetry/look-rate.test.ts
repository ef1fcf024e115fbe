import { expect, test } from "vitest";
import { createLookRate } from "./look-rate.ts";

test("three boards that look once a minute are three, whenever one asks", () => {
  const rate = createLookRate(60_000);
  const counts: number[] = [];
  for (let second = 0; second < 300; second++) {
    if (second % 20 === 0) rate.look("main", second * 1000);
    if (second >= 60) counts.push(rate.read("main", second * 1000));
  }
  expect(new Set(counts)).toEqual(new Set([3]));
});

test("who has left is forgotten after two windows, and desks are apart", () => {
  const rate = createLookRate(60_000);
  rate.look("main", 10_000);
  expect(rate.read("main", 20_000)).toBe(1);
  expect(rate.read("main", 119_999)).toBe(1);
  expect(rate.read("main", 120_000)).toBe(0);
  expect(rate.read("other", 20_000)).toBe(0);
});
