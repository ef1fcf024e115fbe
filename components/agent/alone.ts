import type { Coverage } from "#lib/schedule/coverage.ts";
import type { Skill, Span } from "#lib/schedule/types.ts";

/** The stretches in which one agent is a skill's only specialist (product.md, section 6). */
export interface Alone {
  readonly skill: Skill;
  /** In order of time. */
  readonly spans: readonly Span[];
  readonly lengthMs: number;
}

/** The skills that hang on one agent, the longest hours first, then in the desk's order. */
export function listAlone(
  { skills: covered }: Coverage,
  skills: readonly Skill[],
  agentId: string,
): readonly Alone[] {
  const singles = new Map(covered.map(({ skill, singles: own }) => [skill, own]));
  return skills
    .map((skill): Alone => {
      const spans = (singles.get(skill.id) ?? []).filter(({ agent }) => agent === agentId);
      return { skill, spans, lengthMs: spans.reduce((sum, { startAt, endAt }) => sum + endAt - startAt, 0) };
    })
    .filter(({ spans }) => spans.length > 0)
    .sort((a, b) => b.lengthMs - a.lengthMs);
}
