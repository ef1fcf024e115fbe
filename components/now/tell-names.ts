import type { Telling } from "#components/agent/agent-facts.ts";

/** How many names a line lists before "and n more". */
export const NAMES = 3;

/** "李娜、Priya Nair、王梓涵 等 10 人": the first three names, and how many there are. */
export function tellNames(names: readonly string[], { words, locale }: Pick<Telling, "words" | "locale">) {
  return words.exception.people(names.slice(0, NAMES).join(locale === "zh" ? "、" : ", "), names.length);
}
