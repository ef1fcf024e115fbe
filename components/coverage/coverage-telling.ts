import type { Telling } from "#components/agent/agent-facts.ts";
import type { CoverageWords } from "#lib/i18n/coverage-words.ts";
import type { CoverageInput } from "#lib/schedule/coverage.ts";
import type { Agent, Desk, Skill, Week } from "#lib/schedule/types.ts";

/** What every part of the coverage page needs to say something: of which week, of whom, in which language. */
export interface CoverageTelling extends Telling {
  readonly words: CoverageWords;
  readonly week: Week;
  readonly desk: Desk;
  readonly skills: ReadonlyMap<string, Skill>;
  readonly agents: ReadonlyMap<string, Agent>;
  /** How many agents hold a skill; under null, how many there are. Nobody who was removed. */
  readonly holders: ReadonlyMap<string | null, number>;
  /** Whom the coverage on screen counts. */
  readonly input: CoverageInput;
}

/** A skill by its name; null is everyone. */
export function skillName(skill: string | null, { skills, words }: CoverageTelling): string {
  return skill === null ? words.coverage.everyone : (skills.get(skill)?.name ?? skill);
}

/** Counts the holders of each skill. */
export function countHolders(agents: readonly Agent[]): ReadonlyMap<string | null, number> {
  const holders = new Map<string | null, number>();
  for (const { status, skillIds } of agents) {
    if (status === "removed") continue;
    for (const key of [null, ...new Set(skillIds)]) holders.set(key, (holders.get(key) ?? 0) + 1);
  }
  return holders;
}
