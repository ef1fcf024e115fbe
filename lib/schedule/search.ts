import type { Agent } from "./types.ts";

/** Latin letters that Unicode does not take apart into a base letter and a mark. */
const UNDIVIDED: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ł: "l",
  ı: "i",
};

/** Text as a search compares it: without case, diacritics or width ("ＪOSÉ" → "jose"). */
export function foldText(text: string): string {
  // Most text is ASCII already, and normalising 10,000 agents is not free.
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßæœøđłı]/g, (letter) => UNDIVIDED[letter] ?? letter);
}

/**
 * Everything of an agent that a search looks into, folded: name, email, department, skill names, and the server's
 * keys (pinyin and initials). Made once a roster; fields stand on lines of their own, so that no match spans two.
 */
export function prepareSearch(
  agent: Pick<Agent, "name" | "email" | "department" | "skillIds" | "searchKeys" | "sortKey">,
  skillNames: ReadonlyMap<string, string>,
): string {
  const fields = [
    agent.name,
    agent.email,
    agent.department,
    ...agent.skillIds.map((id) => skillNames.get(id) ?? id),
    agent.searchKeys,
    agent.sortKey,
    agent.sortKey.replaceAll(" ", ""),
  ];
  return foldText(fields.filter((field) => field !== null).join("\n"));
}

/** The terms of a search as written: every one must be found, in any field, letter by letter and never as a pattern. */
export function searchTerms(q: string): readonly string[] {
  return foldText(q)
    .split(/\s+/)
    .filter((term) => term !== "");
}

/** Whether a prepared text holds every term; no terms match everybody. */
export function matchesSearch(prepared: string, terms: readonly string[]): boolean {
  return terms.every((term) => prepared.includes(term));
}
