import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LOCALES } from "#lib/contract/view.ts";
import { wordsOf } from "./catalogues.ts";
import { LANGUAGE_TAG, localeOf } from "./index.ts";

describe("localeOf", () => {
  it.each([
    ["zh-CN,zh;q=0.9,en;q=0.8", "zh"],
    ["zh-TW", "zh"],
    ["ZH-hans-cn", "zh"],
    ["en-US,en;q=0.9", "en"],
    ["en;q=0.3, zh;q=0.7", "zh"],
    ["de-DE,de;q=0.9,zh;q=0.2", "zh"],
    ["fr-FR,fr;q=0.9", "en"],
    ["zh;q=0, fr", "en"],
    ["zh;q=0,en;q=0.1", "en"],
    ["*", "en"],
    ["", "en"],
    [null, "en"],
    [undefined, "en"],
  ])("takes %j as %s", (header, expected) => {
    expect(localeOf(header)).toBe(expected);
  });

  it("answers whatever a browser sends", () => {
    fc.assert(fc.property(fc.string(), (header) => ["zh", "en"].includes(localeOf(header))));
  });
});

it("has words and a language tag for every language of the address", () => {
  expect(LOCALES.map((locale) => [locale, LANGUAGE_TAG[locale], wordsOf(locale).product])).toEqual([
    ["zh", "zh-CN", "客服班表"],
    ["en", "en", "Helpdesk Rota"],
  ]);
});
