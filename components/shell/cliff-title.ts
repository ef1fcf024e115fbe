import { type Telling, tellInstant, tellUntil } from "#components/agent/agent-facts.ts";
import type { Cliff } from "#lib/schedule/cliff.ts";

/** "18:00: 6 → 1 in 40 min": the next drop, for the tab. */
export function tellCliffTitle(cliff: Cliff | null, telling: Telling): string | null {
  if (cliff === null) return null;
  const { words } = telling;
  const drop = words.exception.drop(tellInstant(cliff.at, telling), cliff.before, cliff.after);
  return words.exception.dropIn(drop, words.exception.in(tellUntil(cliff.at, telling)));
}
