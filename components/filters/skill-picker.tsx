"use client";

import { cx } from "#components/ui/class-names.ts";
import type { Skill } from "#lib/schedule/types.ts";
import { PickerFilter } from "./picker-filter.tsx";
import { useView, useWords } from "./use-view.tsx";

/** Agents who hold any, or all, of the chosen skills. */
export function SkillPicker({ skills }: { readonly skills: readonly Skill[] }) {
  const { view, setView } = useView();
  const { filter } = useWords();
  const items = skills.map((skill) => ({
    value: skill.id,
    label: skill.name,
    data: { "data-filter-skill": skill.id },
    ...(skill.isDefault ? { hint: filter.defaultSkill } : {}),
  }));
  return (
    <PickerFilter
      label={filter.skills}
      oneLabel={filter.skill}
      items={items}
      selected={view.skill}
      onChange={(skill) => setView({ skill })}
      searchLabel={filter.searchSkills}
      extra={<MatchSwitch />}
    />
  );
}

/** Whether one of the chosen skills is enough. */
function MatchSwitch() {
  const { view, setView } = useView();
  const { filter } = useWords();
  const choices = [
    { match: "any", label: filter.matchAny },
    { match: "all", label: filter.matchAll },
  ] as const;
  return (
    <fieldset aria-label={filter.match} className="mt-1.5 flex rounded-control bg-sunken p-0.5">
      {choices.map(({ match, label }) => (
        <button
          key={match}
          type="button"
          aria-pressed={view.match === match}
          onClick={() => setView({ match })}
          className={cx(
            "min-h-6 flex-1 rounded-chip text-small",
            view.match === match ? "bg-surface font-medium text-ink" : "text-ink-2 hover:text-ink",
          )}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
