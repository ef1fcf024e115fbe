import { expect, test } from "vitest";
import { toLine } from "./plain-text.ts";

test.each([
  ["张三", "张三"],
  ["Anna  Li", "Anna  Li"],
  ["a\r\nb", "a b"],
  ["a\u2028b\u2029c\u0085d", "a b c d"],
  ["a\tb\0c\u007F", "a b c "],
  ["\u202Etxt.exe\u2069", "txt.exe"],
  ["👩‍👩‍👧", "👩‍👩‍👧"],
  ["\uD800x", "\uFFFDx"],
])("%j is %j", (text, line) => expect(toLine(text)).toBe(line));
