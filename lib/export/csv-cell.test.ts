import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { toCell } from "./csv-cell.ts";
import { HOSTILE_TEXTS } from "./testing/rota.ts";

describe("toCell", () => {
  it.each([
    ["", ""],
    ["张三", "张三"],
    ["09:00-12:00", "09:00-12:00"],
    ["a=b+c-d@e", "a=b+c-d@e"],
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@x", "'@x"],
    ["＝1", "'＝1"],
    ["＋1", "'＋1"],
    ["－1", "'－1"],
    ["＠x", "'＠x"],
    ["﹦1", "'﹦1"],
    ["  =1", "'  =1"],
    ["\u00A0\u3000=1", "'\u00A0\u3000=1"],
    ["\uFEFF\u200B=1", "'\uFEFF\u200B=1"],
    ["\tx", "' x"],
    ["\rx", "' x"],
    ["\nx", "' x"],
    ["\r\n=1", "' =1"],
    ["'=1", "'=1"],
    ["a\r\nb", "a b"],
    ["网络; VPN", "网络; VPN"],
    ["网络; =1", "网络; '=1"],
    ['a;"=1"', 'a;"\'=1"'],
    ["a;b=1", "a;b=1"],
  ])("writes %j as %j", (text, cell) => expect(toCell(text)).toBe(cell));

  const pieces = fc.constantFrom(...HOSTILE_TEXTS, "=", ";", '"', ",", " ", "\t", "\n", "\u200B", "x", "张");
  const nasty = fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join(""));

  test("no cell, and no cell of those that a semicolon makes of one, begins as a formula", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        for (const [i, cell] of toCell(text).split(";").entries()) {
          // Whoever splits at semicolons sees the quotes that a cell with commas stands in.
          const seen = i === 0 ? cell : cell.replaceAll('"', "");
          expect(seen.normalize("NFKC")).not.toMatch(/^[\s\p{Cf}]*[=+\-@]/u);
        }
      }),
    );
  });

  test("it stays on one line, and is the text but for blanks and apostrophes", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const cell = toCell(text);
        expect(cell).not.toMatch(/[\r\n\t\u2028\u2029\u0085]/);
        const bare = (given: string) => given.replace(/['\s\p{Cc}\u202E]/gu, "").toWellFormed();
        expect(bare(cell)).toBe(bare(text));
      }),
    );
  });
});
