import type { Telling } from "#components/agent/agent-facts.ts";

/** How many names a line lists before "and n more". */
export const NAMES = 3;

type Tongue = Pick<Telling, "words" | "locale">;

/** "李娜、Priya Nair、王梓涵 等 10 人": the first three names, and how many there are. */
export function tellNames(names: readonly string[], tongue: Tongue): string {
  return tongue.words.exception.people(joinFirst(names, tongue), names.length);
}

/** The same of skills: "账号登录、网络、权限 等 7 项". */
export function tellSkillNames(names: readonly string[], tongue: Tongue): string {
  return tongue.words.nowPage.skillNames(joinFirst(names, tongue), names.length);
}

const joinFirst = (names: readonly string[], { locale }: Tongue) =>
  names.slice(0, NAMES).join(locale === "zh" ? "、" : ", ");
