import { describe, expect, it } from "vitest";
import { toPlainDigits } from "#lib/schedule/clock-time.ts";
import { readStatus } from "./read-status.ts";
import { readEnd, readStart } from "./read-time.ts";
import { asList, asObject, readId, readNumber } from "./read-value.ts";
import { readWeekdays } from "./read-weekday.ts";

/** Values that are neither number nor text; no reader may stumble over them. */
const ODD = [null, undefined, true, false, {}, [], [1], { id: "a" }] as const;

describe("readWeekdays", () => {
  it.each([
    [1, [1]],
    [2, [2]],
    [3, [3]],
    [4, [4]],
    [5, [5]],
    [6, [6]],
    [7, [7]],
    [9, [1, 2, 3, 4, 5, 6, 7]],
    [10, [1, 2, 3, 4, 5]],
    [11, [6, 7]],
    ["1", [1]],
    [" 11 ", [6, 7]],
    ["９", [1, 2, 3, 4, 5, 6, 7]],
    ["１０", [1, 2, 3, 4, 5]],
  ])("reads %j", (given, days) => {
    expect(readWeekdays(given)).toEqual(days);
  });

  it.each([
    0,
    -0,
    8,
    12,
    -1,
    1.5,
    Number.NaN,
    1e9,
    "0",
    "8",
    "1.0",
    "+1",
    "-1",
    "0x1",
    "1e0",
    "Mon",
    "一",
    "",
    " ",
    ...ODD,
  ])("does not guess %j", (given) => {
    expect(readWeekdays(given)).toBeUndefined();
  });
});

describe("times", () => {
  it.each([
    ["00:00", 0],
    ["09:00", 540],
    ["9:00", 540],
    [" 09:00 ", 540],
    ["\u300009:00\n", 540],
    ["09:00:00", 540],
    ["9:00:00", 540],
    ["０９：００", 540],
    ["０９:３0", 570],
    ["12:34", 754],
    ["23:58", 1438],
  ])("read %j as minute %i, start or end", (given, minute) => {
    expect([readStart(given), readEnd(given)]).toEqual([minute, minute]);
  });

  it.each([
    ["23:59", 1439, 1440],
    ["23:59:00", 1439, 1440],
    ["24:00", undefined, 1440],
    ["24:00:00", undefined, 1440],
    ["２４：００", undefined, 1440],
  ])("read %j as start %s and end %s", (given, start, end) => {
    expect([readStart(given), readEnd(given)]).toEqual([start, end]);
  });

  it.each([
    "9am",
    "",
    " ",
    "25:10",
    "24:01",
    "12:60",
    "-1:00",
    "009:00",
    "9:0",
    "09:00:01",
    "09:00:0",
    "09:00:00:00",
    "09.00",
    "09 00",
    "09 : 00",
    "0900",
    "09:00 x",
    "09:00\u200B",
    "٠٩:٠٠",
    900,
    9,
    Number.NaN,
    ...ODD,
  ])("do not guess %j", (given) => {
    expect([readStart(given), readEnd(given)]).toEqual([undefined, undefined]);
  });
});

describe("readStatus", () => {
  it.each([
    [1, "online"],
    [2, "offline"],
    [3, "off_duty"],
    [4, "removed"],
    ["1", "online"],
    [" ２ ", "offline"],
    ["04", "removed"],
    [0, "unknown"],
    [5, "unknown"],
    [7, "unknown"],
    [1.5, "unknown"],
    ["online", "unknown"],
    ["", "unknown"],
    ["1.0", "unknown"],
  ])("reads %j as %s", (given, status) => {
    expect(readStatus(given)).toBe(status);
  });

  it.each(ODD)("reads %j as unknown", (given) => {
    expect(readStatus(given)).toBe("unknown");
  });
});

describe("readId", () => {
  it.each([
    ["ou_1", "ou_1"],
    [" ou_1 ", " ou_1 "],
    ["../x", "../x"],
    ["__proto__", "__proto__"],
    [7, "7"],
    [-0, "0"],
    [1.5, "1.5"],
    [0, "0"],
  ])("keeps %j as %j", (given, id) => {
    expect(readId(given)).toBe(id);
  });

  it.each(["", " ", "\t\n\u3000", Number.NaN, Number.POSITIVE_INFINITY, ...ODD])(
    "sees no id in %j",
    (given) => {
      expect(readId(given)).toBeUndefined();
    },
  );
});

describe("first steps", () => {
  it("tell objects and lists from all else", () => {
    expect(asObject({ a: 1 })).toEqual({ a: 1 });
    expect([null, undefined, [], [1], "x", 1, true].map(asObject)).toEqual(Array(7).fill(undefined));
    expect(asList([1])).toEqual([1]);
    expect([null, undefined, {}, { length: 1 }, "x", 1].map(asList)).toEqual(Array(6).fill([]));
  });

  it("read numbers from digits and nothing else", () => {
    expect(["1", " 12 ", "０１", 3, 1.5].map(readNumber)).toEqual([1, 12, 1, 3, 1.5]);
    expect(["", "1a", "1 2", "Ⅳ", null].map(readNumber)).toEqual(Array(5).fill(undefined));
  });

  it("make full-width digits and the colon plain, no other character", () => {
    expect(toPlainDigits(" ０１２３４５６７８９：；Ａ ")).toBe("0123456789:；Ａ");
  });
});
