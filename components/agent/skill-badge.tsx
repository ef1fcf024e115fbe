import type { Skill } from "#lib/schedule/types.ts";

interface SkillBadgeProps {
  readonly skill: Skill;
  /** A skill that the viewer filters by stands out. */
  readonly picked?: boolean;
}

/** One skill; the default one, which everybody falls back to, is muted and dashed. */
export function SkillBadge({ skill, picked = false }: SkillBadgeProps) {
  const look = picked
    ? "border-accent bg-accent-soft text-accent-ink"
    : skill.isDefault
      ? "border-dashed border-line-strong text-ink-3"
      : "border-line bg-sunken text-ink-2";
  return (
    <bdi
      className={`inline-block max-w-28 truncate rounded-chip border px-1 text-label ${look}`}
      title={skill.name}
    >
      {skill.name}
    </bdi>
  );
}

/**
 * The order in which an agent's skills are shown: those filtered by first, the default ones last,
 * otherwise as the roster lists them.
 */
export function orderSkills(
  skillIds: readonly string[],
  skills: ReadonlyMap<string, Skill>,
  picked: readonly string[],
): readonly Skill[] {
  const held = skillIds.flatMap((id) => skills.get(id) ?? []);
  const rank = (skill: Skill) => (picked.includes(skill.id) ? 0 : skill.isDefault ? 2 : 1);
  return held.toSorted((a, b) => rank(a) - rank(b));
}
