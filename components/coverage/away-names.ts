import type { CoverageWords } from "#lib/i18n/coverage-words.ts";
import type { AwayEntry } from "#lib/schedule/away.ts";
import type { Agent } from "#lib/schedule/types.ts";

/** Who an entry is about, by name. */
export function awayName(
  { who }: AwayEntry,
  agents: ReadonlyMap<string, Agent>,
  words: CoverageWords,
): string {
  switch (who.kind) {
    case "all":
      return words.coveragePage.everybody;
    case "department":
      return who.name;
    case "agent":
      return agents.get(who.id)?.name ?? who.id;
  }
}

/** Everybody who is away, in a few words: `Grace Okafor and 2 more`. */
export function awayNames(
  entries: readonly AwayEntry[],
  agents: ReadonlyMap<string, Agent>,
  words: CoverageWords,
): string {
  const names = [...new Set(entries.map((entry) => awayName(entry, agents, words)))];
  const [first = "", ...rest] = names;
  return rest.length === 0 ? first : words.coveragePage.namesAndMore(first, rest.length);
}
