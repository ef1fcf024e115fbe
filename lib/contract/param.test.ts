import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choice, flag, joinList, list, recognised, splitList, text } from "./param.ts";

/** Values as they leave `splitList`: not blank, nothing but the value. */
const items = fc.array(
  fc
    .string({ unit: fc.constantFrom(",", "\\", "a", "部", " ", "&", "=", "%") })
    .map((item) => item.trim())
    .filter((item) => item !== ""),
);

describe("lists", () => {
  it.each([
    ["a,b", ["a", "b"]],
    ["a\\,b,c", ["a,b", "c"]],
    ["a\\b", ["a\\b"]],
    ["a\\\\,b", ["a\\", "b"]],
    ["a\\\\\\,b", ["a\\,b"]],
    ["a\\", ["a\\"]],
    ["\\,", [","]],
    [" a , b ", ["a", "b"]],
    ["a,,b,", ["a", "b"]],
    [",", []],
    ["", []],
    ["海外支持,账单，财务", ["海外支持", "账单，财务"]],
  ])("%j splits into %j", (given, expected) => {
    expect(splitList(given)).toEqual(expected);
  });

  it("reads what it writes, commas and backslashes within values too", () => {
    fc.assert(
      fc.property(items, (given) => {
        expect(splitList(joinList(given))).toEqual(given);
      }),
      { numRuns: 1000 },
    );
  });

  it("splits any text without throwing into values that survive a second reading", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (given) => {
        const read = splitList(given);
        expect(splitList(joinList(read))).toEqual(read);
      }),
    );
  });

  it("keeps each value once, in the order of the address", () => {
    expect(list((item) => item).parse("b,a,b")).toEqual(["b", "a"]);
  });

  it("is unusable as a whole where one value is", () => {
    const digits = list((item) => (/^\d$/.test(item) ? item : undefined));
    expect(digits.parse("1,2")).toEqual(["1", "2"]);
    expect(digits.parse("1,x")).toBeUndefined();
  });

  it("is not written when empty", () => {
    const names = list((item) => item);
    expect(names.serialise([])).toBeNull();
    expect(names.serialise(["a,b", "c"])).toBe("a\\,b,c");
  });
});

describe("the other kinds", () => {
  it("a choice knows its words, letter by letter", () => {
    const match = choice(["any", "all"], "any");
    expect(match.parse("all")).toBe("all");
    expect(match.parse("ALL")).toBeUndefined();
    expect(match.parse("")).toBeUndefined();
    expect(match.serialise("all")).toBe("all");
    expect(match.serialise("any")).toBeNull();
  });

  it("a choice may have no default", () => {
    const theme = choice(["light", "dark"], null);
    expect(theme.fallback).toBeNull();
    expect(theme.serialise(null)).toBeNull();
    expect(theme.serialise("dark")).toBe("dark");
  });

  it("a text is trimmed, and unusable when longer than it may be", () => {
    const q = text(5);
    expect(q.parse(" ab ")).toBe("ab");
    expect(q.parse("12345")).toBe("12345");
    expect(q.parse("123456")).toBeUndefined();
    expect(q.serialise("")).toBeNull();
  });

  it("a flag is 1 or 0", () => {
    expect(["1", "0", "true", "2", ""].map((given) => flag().parse(given))).toEqual([
      true,
      false,
      undefined,
      undefined,
      undefined,
    ]);
    expect(flag().serialise(true)).toBe("1");
    expect(flag().serialise(false)).toBeNull();
  });

  it("a recognised value is what the domain makes of it", () => {
    const even = recognised((given) => (Number(given) % 2 === 0 ? given : undefined));
    expect(even.parse("4")).toBe("4");
    expect(even.parse("5")).toBeUndefined();
    expect(even.serialise("4")).toBe("4");
    expect(even.serialise(null)).toBeNull();
  });
});
