import { expect, test } from "vitest";
import { readEmbedView } from "./embed-view.ts";

test.each([
  [[], "board", false],
  [[""], "board", false],
  [["now"], "now", false],
  [["coverage", "now"], "coverage", false],
  [["status", "now"], "now", false],
  [["status"], "board", true],
  [["", "Board"], "board", true],
])("view=%j shows %s", (given, view, isUnusable) => {
  expect(readEmbedView(given)).toEqual({ view, isUnusable });
});
