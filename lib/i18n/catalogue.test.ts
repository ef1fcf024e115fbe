import { describe, expect, it } from "vitest";
import { PROBLEM_CODES } from "#lib/contract/problem-codes.ts";
import { GROUPINGS, LOCALES, SORTINGS, VIEW_KEYS } from "#lib/contract/view.ts";
import { EXCEPTION_KINDS } from "#lib/schedule/exceptions.ts";
import { NOTE_CODES, SEVERITIES } from "#lib/schedule/notes.ts";
import { STATUSES } from "#lib/schedule/types.ts";
import { wordsOf } from "./catalogues.ts";
import { COVERAGE_WORDS } from "./coverage-words.ts";
import { EMBED_WORDS } from "./embed-words.ts";
import { en } from "./en.ts";
import { FEEDS_WORDS } from "./feeds-words.ts";
import type { Locale, Words } from "./index.ts";
import { STATUS_WORDS } from "./status-words.ts";
import { zh } from "./zh.ts";

type Entry = readonly [path: string, value: unknown];

/** Every text and function of a catalogue with the path to it. */
function entriesOf(node: object, path = ""): readonly Entry[] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === "object" && value !== null
      ? entriesOf(value, `${path}${key}.`)
      : [[`${path}${key}`, value]],
  );
}

/** What a viewer would read: a function is asked with numbers, which every argument can stand for. */
function say(value: unknown, count: number): string {
  return typeof value === "function"
    ? String(value(...Array.from({ length: value.length }, () => count)))
    : String(value);
}

/** What every page can say, with what only some can. */
const catalogues = { zh: everythingIn("zh", zh), en: everythingIn("en", en) };

function everythingIn(locale: Locale, words: Words) {
  return {
    ...words,
    ...COVERAGE_WORDS[locale],
    ...EMBED_WORDS[locale],
    ...FEEDS_WORDS[locale],
    ...STATUS_WORDS[locale],
  };
}

describe("the catalogues", () => {
  it("have the same keys in the same order", () => {
    expect(entriesOf(catalogues.en).map(([path]) => path)).toEqual(
      entriesOf(catalogues.zh).map(([path]) => path),
    );
  });

  it("have a text where the other has a text, and a function of as many arguments where it has a function", () => {
    const shape = ([path, value]: Entry) => [
      path,
      typeof value,
      typeof value === "function" ? value.length : 0,
    ];
    expect(entriesOf(catalogues.en).map(shape)).toEqual(entriesOf(catalogues.zh).map(shape));
  });

  it.each(LOCALES)("have no empty, padded or unfinished text (%s)", (locale) => {
    for (const [path, value] of entriesOf(catalogues[locale])) {
      for (const count of [1, 2]) {
        const text = say(value, count);
        expect(text, path).toMatch(/\S/);
        expect(text, path).toBe(text.trim());
        expect(text, path).not.toMatch(/undefined|NaN|\[object|TODO/);
      }
    }
  });

  it("use every argument that they are given", () => {
    for (const [path, value] of [...entriesOf(catalogues.zh), ...entriesOf(catalogues.en)]) {
      if (typeof value !== "function") continue;
      // A plural says 7 in words of its own; nothing is said differently for 7 and 8 but the number itself.
      for (let index = 0; index < value.length; index++) {
        const seven = Array.from({ length: value.length }, () => 7);
        expect(String(value(...seven.with(index, 8))), path).not.toBe(String(value(...seven)));
      }
    }
  });

  it("are in their own language: no Chinese in English but for the other language's name", () => {
    const chinese = entriesOf(catalogues.en).filter(([, value]) => /\p{Script=Han}/u.test(say(value, 2)));
    expect(chinese.map(([path]) => path)).toEqual(["settings.switchLanguage", "settings.otherLanguage"]);
  });

  it.each(LOCALES)("name every member of the closed sets (%s)", (locale) => {
    const words = wordsOf(locale);
    expect(Object.keys(words.status).toSorted()).toEqual(STATUSES.toSorted());
    expect(Object.keys(words.statusShort).toSorted()).toEqual(STATUSES.toSorted());
    expect(Object.keys(words.notes).toSorted()).toEqual(NOTE_CODES.toSorted());
    expect(Object.keys(words.check.severity).toSorted()).toEqual(SEVERITIES.toSorted());
    expect(Object.keys(words.problems).toSorted()).toEqual(PROBLEM_CODES.toSorted());
    expect(Object.keys(words.exceptionOf).toSorted()).toEqual(EXCEPTION_KINDS.toSorted());
    expect(Object.keys(words.exceptionAside).toSorted()).toEqual(EXCEPTION_KINDS.toSorted());
    expect(Object.keys(words.filter.groups).toSorted()).toEqual(GROUPINGS.toSorted());
    expect(Object.keys(words.filter.sorts).toSorted()).toEqual(SORTINGS.toSorted());
    expect(Object.keys(words.address.keys).toSorted()).toEqual(VIEW_KEYS.toSorted());
  });
});

describe("wording of the contract", () => {
  it("has the status words of product.md, section 1", () => {
    expect(zh.status).toEqual({
      online: "在线",
      offline: "离线（手动）",
      off_duty: "下班",
      removed: "已移除",
      unknown: "未知",
    });
  });

  it.each([
    [zh.board.group(8, 4, 3), "8 人 · 在班 4 · 在线 3"],
    [en.board.group(8, 4, 3), "8 · 3/4 online"],
    [en.board.agents(1), "1 agent"],
    [en.board.agents(26), "26 agents"],
    [zh.filter.shown(14, 26), "14 / 26 人"],
    [en.filter.shown(14, 26), "14 of 26"],
    [zh.exception.drop("18:00", 14, 4), "18:00 起 14 → 4 人"],
    [en.exception.drop("18:00", 14, 4), "18:00: 14 → 4"],
    [en.states.noMatchDetail(26, 2), "26 agents are hidden by 2 filters."],
    [en.states.noMatchDetail(1, 1), "1 agent is hidden by 1 filter."],
    [zh.states.setAsideDetail(2, 0, 1), "2 名客服、1 项技能"],
    [en.states.setAsideDetail(0, 3, 0), "3 rules"],
    [en.nowBoard.leave(1), "1 leaves"],
    [en.nowBoard.leave(3), "3 leave"],
  ])("%j", (said, expected) => {
    expect(said).toBe(expected);
  });
});
