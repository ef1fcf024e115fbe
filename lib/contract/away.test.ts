import { expect, test } from "vitest";
import { writeAwayEntry } from "#lib/schedule/away.ts";
import { parseAway } from "./away.ts";

test.each([
  ["", []],
  ["away=", []],
  ["away=ann,dept:R%26D,all", ["ann", "dept:R&D", "all"]],
  [
    "away=dept:a%5C,b@2026-11-23,ann@2026-11-23..2026-11-25",
    ["dept:a,b@2026-11-23", "ann@2026-11-23..2026-11-25"],
  ],
  ["away=ann@2026-02-30&away=bob", ["bob"]],
])("%s", (search, entries) => {
  expect(parseAway(new URLSearchParams(search))?.map(writeAwayEntry)).toEqual(entries);
});

test.each([
  "away=ann@2026-02-30",
  "away=ann@2026-11-25..2026-11-23",
  "away=ann,dept:",
  "away=dept:@2026-11-23",
])("%s is unusable", (search) => {
  expect(parseAway(new URLSearchParams(search))).toBeUndefined();
});
