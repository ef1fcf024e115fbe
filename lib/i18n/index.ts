import { en } from "./en.ts";
import type { Words } from "./words.ts";
import { zh } from "./zh.ts";

export type { Words } from "./words.ts";

const CATALOGUES = { zh, en } satisfies Record<string, Words>;

/** The languages of the interface; the same words as `lang` in the address. */
export type Locale = keyof typeof CATALOGUES;

/** What `html[lang]` says: assistive tools choose a voice by it, browsers the shapes of Chinese characters. */
export const LANGUAGE_TAG = { zh: "zh-CN", en: "en" } as const satisfies Record<Locale, string>;

export function wordsOf(locale: Locale): Words {
  return CATALOGUES[locale];
}

/**
 * The language that a browser asks for in `Accept-Language`: whichever of ours it ranks highest
 * (`zh-TW` counts as zh), English where it names neither.
 */
export function localeOf(acceptLanguage: string | null | undefined): Locale {
  const ranked = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((text) => /^\s*q=([\d.]+)/.exec(text)?.[1]).find((q) => q !== undefined);
      return { language: tag.trim().split("-")[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter((one) => one.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  const first = ranked.find((one) => one.language === "zh" || one.language === "en");
  return first?.language === "zh" ? "zh" : "en";
}
