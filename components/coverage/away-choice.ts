import type { AwayEntry, AwayWho } from "#lib/schedule/away.ts";

/** The what-if as a list of choices: the pure half of the what-if bar. */

export type AwayDays = AwayEntry["days"];

/** A name for a choice that no id or department can spell, however odd it is. */
export function whoKey(who: AwayWho): string {
  switch (who.kind) {
    case "all":
      return "all";
    case "department":
      return `department ${who.name}`;
    case "agent":
      return `agent ${who.id}`;
  }
}

/** The entries after a choice: those still chosen stay as they are, the new ones are away on `days`. */
export function chooseAway(
  entries: readonly AwayEntry[],
  chosen: readonly string[],
  choices: ReadonlyMap<string, AwayWho>,
  days: AwayDays,
): readonly AwayEntry[] {
  const kept = entries.filter(({ who }) => chosen.includes(whoKey(who)));
  const known = new Set(kept.map(({ who }) => whoKey(who)));
  const added = chosen.flatMap((key): AwayEntry[] => {
    const who = choices.get(key);
    return who === undefined || known.has(key) ? [] : [{ who, days }];
  });
  return [...kept, ...added];
}

/** Everybody away on the same days; who was listed twice is listed once. */
export function setAwayDays(entries: readonly AwayEntry[], days: AwayDays): readonly AwayEntry[] {
  const byWho = new Map(entries.map(({ who }) => [whoKey(who), { who, days }]));
  return [...byWho.values()];
}

/** The days that all entries share (null: the whole week); undefined where they differ. */
export function commonDays(entries: readonly AwayEntry[]): AwayDays | undefined {
  const [first, ...rest] = entries;
  if (first === undefined) return null;
  const said = JSON.stringify(first.days);
  return rest.every(({ days }) => JSON.stringify(days) === said) ? first.days : undefined;
}
