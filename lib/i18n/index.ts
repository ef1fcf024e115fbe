export type { Words } from "./words.ts";

/** What `html[lang]` says: assistive tools choose a voice by it, browsers the shapes of Chinese characters. */
export const LANGUAGE_TAG = { zh: "zh-CN", en: "en" } as const;

/** The languages of the interface; the same words as `lang` in the address. */
export type Locale = keyof typeof LANGUAGE_TAG;

/** Each language in its own words, for those who cannot read the present one. */
export const LANGUAGE_NAME: Readonly<Record<Locale, string>> = { zh: "中文", en: "English" };

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
