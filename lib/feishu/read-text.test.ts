import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NAME_MAX_GRAPHEMES, nameFromId, readAvatarUrl, readText, TEXT_MAX_UNITS } from "./read-text.ts";

const FAMILY = "👨‍👩‍👧‍👦";
const STACKED = `e${"\u0301".repeat(9)}`;

describe("readText", () => {
  it.each([
    ["李娜", "李娜"],
    ["Lucía Fernández", "Lucía Fernández"],
    ["  Anna  ", "Anna"],
    ["\u3000李 娜\u3000", "李 娜"],
    ["<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"],
    ["{{7*7}} <%= x %>", "{{7*7}} <%= x %>"],
    ["a\tb\nc\r\nd", "a b c d"],
    ["a\u2028b", "a b"],
    ["a\u0000b\u001Bc\u007Fd\u009Be", "abcde"],
    ["\u202Eabc\u202C", "abc"],
    ["a\u2066b\u2069\u200E\u200F\u061Cc", "abc"],
    ["a\uD800b", "a\uFFFDb"],
    ["\uDC00", "\uFFFD"],
    ["\uD83D\uDE00", "😀"],
    [FAMILY, FAMILY],
    ["نورة", "نورة"],
    ["a\u200Bb", "a\u200Bb"],
  ])("reads %j as %j", (given, text) => {
    expect(readText(given)).toBe(text);
  });

  it.each([
    "",
    " ",
    "\t\n",
    "\u3000",
    "\u00A0",
    "\u200B\u200C\u200D",
    "\uFEFF",
    "\u2060",
    "\u00AD",
    "\u2800",
    "\u3164",
    "\u115F",
    "\u202E",
    "\u0000",
    "\uFE0F",
    "\u{E0041}",
    " \u200B \u2800\u202E",
    null,
    undefined,
    7,
    true,
    {},
    ["a"],
  ])("sees nothing in %j", (given) => {
    expect(readText(given)).toBeNull();
  });

  it.each([
    ["letters", "x"],
    ["Chinese", "李"],
    ["astral characters", "😀"],
    ["family emoji", FAMILY],
    ["stacked marks", STACKED],
    ["flags", "🇨🇳"],
  ])("cuts %s at 200 graphemes, never inside one", (_, grapheme) => {
    expect(readText(grapheme.repeat(NAME_MAX_GRAPHEMES))).toBe(grapheme.repeat(NAME_MAX_GRAPHEMES));
    expect(readText(grapheme.repeat(NAME_MAX_GRAPHEMES + 1))).toBe(grapheme.repeat(NAME_MAX_GRAPHEMES));
    expect(readText(grapheme.repeat(10_000))).toBe(grapheme.repeat(NAME_MAX_GRAPHEMES));
  });

  it("bounds a stack of marks, which is one grapheme however high", () => {
    const stack = readText(`e${"\u0301".repeat(5_000_000)}`);
    expect(stack).toBe(`e${"\u0301".repeat(TEXT_MAX_UNITS - 1)}`);
    expect(readText(`e${"\u{E0100}".repeat(5_000)}`)?.length).toBe(TEXT_MAX_UNITS - 1);
  });

  it.each(["\u200B", "\u2800"])(
    "sees nothing in millions of %j, nor in what is cut off behind them",
    (one) => {
      expect(readText(one.repeat(10_000_000))).toBeNull();
      expect(readText(`${one.repeat(300)}a`)).toBeNull();
      expect(readText(`${one.repeat(99)}a`)).toBe(`${one.repeat(99)}a`);
    },
  );

  it("counts after cleaning", () => {
    expect(readText(`${"\u202E".repeat(300)}abc`)).toBe("abc");
  });

  it("never gives control, bidi or broken characters, and never more than 200 graphemes", () => {
    const unit = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("\u202E", "\uD800", "\t", FAMILY, STACKED, " "),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 300 }), (parts) => {
        const text = readText(parts.join(""));
        if (text === null) return;
        expect(text).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C\u2028\u2029]/u);
        expect(text.isWellFormed()).toBe(true);
        expect(text).toBe(text.trim());
        expect([...new Intl.Segmenter().segment(text)].length).toBeLessThanOrEqual(NAME_MAX_GRAPHEMES);
      }),
      { numRuns: 30 },
    );
  });
});

describe("nameFromId", () => {
  it.each([
    ["ou_ea651a5c09e2d01af8acd34059f5359b", "f5359b"],
    ["abc", "abc"],
    ["x😀😀😀😀😀😀", "😀😀😀😀😀😀"],
    ["😀😀😀😀😀😀x", "😀😀😀😀😀x"],
    ["ou_12\u202E34\n", "1234"],
    ["\u200B", "\u200B"],
  ])("of %j is %j", (id, name) => {
    expect(nameFromId(id)).toBe(name);
  });
});

describe("readAvatarUrl", () => {
  it.each([
    ["https://avatar.example/a.png", "https://avatar.example/a.png"],
    ["  https://avatar.example/a.png?x=1#y ", "https://avatar.example/a.png?x=1#y"],
    ["HTTPS://avatar.example/A", "HTTPS://avatar.example/A"],
    ["https://avatar.example/李.png", "https://avatar.example/李.png"],
    ["https://avatar.example/a\nb c", "https://avatar.example/ab%20c"],
    ["\u0001https://avatar.example/", "https://avatar.example/"],
    ["https:avatar.example/a", "https://avatar.example/a"],
    ["https:\\\\avatar.example/a", "https://avatar.example/a"],
  ])("takes %j as %j", (given, url) => {
    expect(readAvatarUrl(given)).toBe(url);
  });

  it.each([
    "",
    "http://avatar.example/a.png",
    "//avatar.example/a.png",
    "/a.png",
    "javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:image/png;base64,AA==",
    "blob:https://avatar.example/1",
    "ftp://avatar.example",
    "https://",
    "https://name@avatar.example/",
    "https://name:word@avatar.example/",
    "https://:word@avatar.example/",
    null,
    7,
    {},
  ])("takes %j as none", (given) => {
    expect(readAvatarUrl(given)).toBeNull();
  });
});
