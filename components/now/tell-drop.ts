import { type Telling, tellInstant, tellUntil } from "#components/agent/agent-facts.ts";
import type { Cliff } from "#lib/schedule/cliff.ts";
import type { Coverage } from "#lib/schedule/coverage.ts";
import type { Skill } from "#lib/schedule/types.ts";
import { tellSkillNames } from "./tell-names.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface TellDropInput {
  readonly cliff: Cliff;
  readonly coverage: Coverage;
  readonly skills: readonly Skill[];
  readonly agents: readonly Named[];
}

/**
 * The next drop in words: when ("18:00, in 40 min"), and what is worst about it: skills without a specialist from
 * then on, else the skills left to one person; null where neither.
 */
export function tellDrop({ cliff, coverage, skills, agents }: TellDropInput, telling: Telling) {
  const { words, locale } = telling;
  const comma = locale === "zh" ? "，" : ", ";
  const when = `${tellInstant(cliff.at, telling)}${comma}${words.exception.in(tellUntil(cliff.at, telling))}`;
  const lost = cliff.skillsLost.map((id) => nameOf(skills, id));
  if (lost.length > 0) {
    const names = lost.slice(0, 3).join(locale === "zh" ? "、" : ", ");
    return { when, detail: words.exception.skillsLost(names, lost.length) };
  }
  const left = coverage.skills.flatMap(({ singles }) =>
    singles.filter(({ startAt }) => startAt === cliff.at),
  );
  const [first] = left;
  if (first === undefined) return { when, detail: null };
  const which = tellSkillNames(
    left.map(({ skill }) => nameOf(skills, skill)),
    telling,
  );
  const people = new Set(left.map(({ agent }) => agent));
  const who = people.size === 1 ? words.exception.only(nameOf(agents, first.agent)) : words.nowPage.single;
  return { when, detail: `${which}${locale === "zh" ? "：" : ": "}${who}` };
}

const nameOf = (named: readonly Named[], id: string) => named.find((one) => one.id === id)?.name ?? id;
