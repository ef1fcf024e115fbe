import fc from "fast-check";
import { expect, test } from "vitest";
import { keysOf } from "./keys.ts";

test.each([
  ["张三", "zhang san", "zhangsan zs"],
  ["欧阳 修", "ou yang xiu", "ouyangxiu oyx"],
  ["Zoë Müller", "zoe muller", "zoemuller zm"],
  ["Anna", "anna", "anna"],
  ["Anna张", "anna zhang", "annazhang az"],
  ["李明 (Leo)", "li ming leo", "limingleo lml"],
  ["Ｌｅｏ　Wang", "leo wang", "leowang lw"],
  ["Strauß-Øre", "strauss ore", "straussore so"],
  ["Иван Ильин", "иван ильин", "иванильин ии"],
  ["がぎ", "がぎ", "がぎ"],
  ["Agent 7", "agent 7", "agent7 a7"],
  ["🙂", "🙂", ""],
  ["ͺ ¨", "", ""],
  ["ﷺ", "صلى الله عليه وسلم", "صلىاللهعليهوسلم صاعو"],
  ["a1b2c3", "a1b2c3", "a1b2c3"],
])("%s is ordered by %j and found by %j", (name, sortKey, searchKeys) => {
  expect(keysOf(name)).toEqual({ sortKey, searchKeys });
});

test("a surname is read as a surname, and its other readings are found too", () => {
  expect(keysOf("单雄").sortKey).toBe("shan xiong");
  expect(keysOf("单雄").searchKeys.split(" ")).toEqual(
    expect.arrayContaining(["shanxiong", "sx", "danxiong", "dx"]),
  );
  expect(keysOf("曾国").sortKey).toBe("zeng guo");
});

test("ü is found as v and as u", () => {
  expect(keysOf("吕布").sortKey).toBe("lv bu");
  expect(keysOf("吕布").searchKeys.split(" ")).toEqual(expect.arrayContaining(["lvbu", "lubu", "lb"]));
});

test("a text that is no name keeps one reading", () => {
  expect(keysOf("行".repeat(200)).searchKeys.split(" ")).toHaveLength(2);
});

test("a text of millions neither throws nor gives keys of millions", () => {
  expect(keysOf(`e${"\u0301".repeat(5_000_000)}`)).toEqual({ sortKey: "e", searchKeys: "e" });
  expect(keysOf("x".repeat(20_000_000)).sortKey.length).toBeLessThan(10_000);
});

test("any text has a sort key, in lower case, the same each time", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (name) => {
      const keys = keysOf(name);
      expect(keys.sortKey).not.toMatch(/[A-Z]/);
      expect(keysOf(name)).toBe(keys);
      expect(keys.searchKeys).not.toMatch(/ {2}|^ | $/);
    }),
  );
});
