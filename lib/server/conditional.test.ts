import { expect, test } from "vitest";
import { hasVersion } from "./conditional.ts";

test.each([
  [null, false],
  ["", false],
  ['"abc"', true],
  ['W/"abc"', true],
  ['"abd"', false],
  ['"x", W/"abc" ,"y"', true],
  ['"a,b", "abc"', true],
  ['"abc', false],
  ["abc", false],
  ["*", true],
  [" * ", true],
  ['"*"', false],
])("If-None-Match %j: %s", (header, expected) => {
  expect(hasVersion(header, '"abc"')).toBe(expected);
});
