import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText, matchesSearch, prepareSearch, searchTerms } from "./search.ts";
import { agent } from "./testing/agents.ts";

const zhang = agent("ou_1", {
  name: "张三丰",
  email: "San.Zhang@rota.example",
  department: "海外支持",
  skillIds: ["s1", "s2"],
  sortKey: "zhang san feng",
  searchKeys: "zhangsanfeng zsf",
});
const skillNames = new Map([
  ["s1", "VIP 客户"],
  ["s2", "Español (.*)"],
]);
const prepared = prepareSearch(zhang, skillNames);
const finds = (q: string) => matchesSearch(prepared, searchTerms(q));

describe("a search", () => {
  it.each([
    ["", "nothing asked"],
    ["   ", "only blanks"],
    ["张三", "name"],
    ["zhangsan", "pinyin"],
    ["zhang san", "pinyin, two terms"],
    ["san zhang", "in any order"],
    ["zsf", "initials"],
    ["ZSF", "any case"],
    ["san.zhang@ROTA", "email"],
    ["海外", "department"],
    ["vip", "skill"],
    ["vip\u3000张", "terms of two fields, an ideographic blank between"],
    ["espanol", "without the tilde"],
    ["ESPAÑOL", "with it"],
    ["espan\u0303ol", "with a combining one"],
    ["ＶＩＰ", "full width"],
    ["(.*)", "signs stand for themselves"],
  ])("%j finds 张三丰: %s", (q) => {
    expect(finds(q)).toBe(true);
  });

  it.each([
    ["李", "another name"],
    ["zhang vip li", "one term of three"],
    [".*@", "no pattern"],
    ["s1", "an id that has a name"],
    ["ou_1", "the agent's id"],
    ["feng zhangsanfengz", "no match across fields"],
  ])("%j does not: %s", (q) => {
    expect(finds(q)).toBe(false);
  });

  it("finds a skill without a name by its id", () => {
    expect(
      matchesSearch(prepareSearch(agent("a", { skillIds: ["s9"] }), skillNames), searchTerms("S9")),
    ).toBe(true);
  });

  it("finds a name by its sort key, with or without the blanks", () => {
    const text = prepareSearch(agent("a", { name: "张三", sortKey: "zhang san" }), skillNames);
    expect(["zhang san", "zhangsan", "san"].map((q) => matchesSearch(text, searchTerms(q)))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it("finds every part of a name, however it is written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), fc.nat(), fc.nat(), (name, a, b) => {
        const characters = [...name];
        const part = characters.slice(a % characters.length, (a % characters.length) + 1 + (b % 5)).join("");
        const text = prepareSearch(agent("a", { name }), skillNames);
        expect(matchesSearch(text, searchTerms(part))).toBe(true);
      }),
    );
  });
});

describe("foldText", () => {
  it.each([
    ["JOSÉ", "jose"],
    ["Straße", "strasse"],
    ["Łukasz Ørsted", "lukasz orsted"],
    ["İstanbul", "istanbul"],
    ["Ａｄａ", "ada"],
    ["Nguyễn", "nguyen"],
    ["张三", "张三"],
  ])("%s becomes %s", (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { numRuns: 1000 },
    );
  });
});
