import { en } from "./en.ts";
import type { Locale } from "./index.ts";
import type { Words } from "./words.ts";
import { zh } from "./zh.ts";

/**
 * Every language at once, for the server and for tests. A browser loads the one that is on screen
 * (components/filters/language.tsx).
 */
const CATALOGUES: Readonly<Record<Locale, Words>> = { zh, en };

export function wordsOf(locale: Locale): Words {
  return CATALOGUES[locale];
}
