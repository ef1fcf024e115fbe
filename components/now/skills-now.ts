import type { Coverage, CoverageSpan, Level } from "#lib/schedule/coverage.ts";
import type { SelectedAgent } from "#lib/schedule/select.ts";
import type { Agent, Instant, Skill } from "#lib/schedule/types.ts";
import { spansFrom } from "./desk-days.ts";

/** Who holds a skill now, and when that changes. */
export interface SkillNow {
  readonly skill: Skill;
  /** Its specialists on shift, the online ones first. */
  readonly agents: readonly Agent[];
  readonly online: number;
  readonly level: Level;
  /** Planned holders of a default skill, who take what no specialist can. */
  readonly fallback: number;
  /** The next change of what covers the skill; null where none is in sight. */
  readonly next: CoverageSpan | null;
}

/**
 * The desk's skills by how many of their specialists are online, fewest first, then by how many are planned. Skills
 * that nobody needs to hold now (outside opening hours) come after them, default skills last.
 */
export function listSkillsNow(
  seen: readonly SelectedAgent[],
  skills: readonly Skill[],
  coverage: Coverage,
  now: Instant,
): readonly SkillNow[] {
  const onShift = seen.filter((one) => one.onShift).map(({ agent }) => agent);
  const spansOf = new Map(coverage.skills.map(({ skill, spans }) => [skill, spans]));
  const rows = skills.map((skill): SkillNow => {
    const holders = onShift.filter(({ skillIds }) => skillIds.includes(skill.id));
    const online = holders.filter(isOnline);
    const [here, ...later] = spansFrom(spansOf.get(skill.id) ?? [], now);
    return {
      skill,
      agents: [...online, ...holders.filter((agent) => !isOnline(agent))],
      online: online.length,
      level: here?.level ?? "closed",
      fallback: here?.fallback ?? 0,
      next: later.find((span) => here !== undefined && isOtherCover(span, here)) ?? null,
    };
  });
  return rows.sort((a, b) => rank(a) - rank(b) || a.online - b.online || a.agents.length - b.agents.length);
}

const isOnline = ({ status }: Agent) => status === "online";

/** How many could step in is no change while a specialist is there. */
function isOtherCover(span: CoverageSpan, here: CoverageSpan): boolean {
  return span.level !== here.level || span.specialists !== here.specialists;
}

function rank({ skill, level, agents }: SkillNow): number {
  if (skill.isDefault) return 2;
  return level === "closed" && agents.length === 0 ? 1 : 0;
}

/** The skill that an absence of `agent` hurts most: of their own, the one with the fewest online. `rows` as listed. */
export function worstSkillOf(agent: Agent, rows: readonly SkillNow[]): SkillNow | null {
  return rows.find(({ skill }) => !skill.isDefault && agent.skillIds.includes(skill.id)) ?? null;
}
