import { expect, test } from "vitest";
import { initialsOf, TINTS, tintOf } from "./initials.ts";

test.each([
  ["李娜", "李娜", "娜"],
  ["王梓涵", "梓涵", "涵"],
  ["Priya Nair", "PN", "P"],
  ["Mateo García López", "ML", "M"],
  ["佐藤葵", "藤葵", "葵"],
  ["Zoë", "Z", "Z"],
  ["张伟 (外包)", "外包", "包"],
  ["👩‍👩‍👧 Team", "T", "T"],
  ["***", "*", "*"],
])("%s is shown as %s, in small as %s", (name, long, short) => {
  expect(initialsOf(name)).toBe(long);
  expect(initialsOf(name, true)).toBe(short);
});

test("a tint is one of six and stays the same", () => {
  const tints = new Set(Array.from({ length: 200 }, (_, i) => tintOf(`ou_${i}`)));
  expect(tintOf("ou_1")).toBe(tintOf("ou_1"));
  expect([...tints].sort()).toEqual(Array.from({ length: TINTS }, (_, i) => i));
});
