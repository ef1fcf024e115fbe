"use client";

import { useMemo } from "react";
import { Segments } from "#components/ui/segments.tsx";
import type { Skill } from "#lib/schedule/types.ts";
import { PickerFilter } from "./picker-filter.tsx";
import { useView, useWords } from "./use-view.tsx";

/** Agents who hold any, or all, of the chosen skills. */
export function SkillPicker({ skills }: { readonly skills: readonly Skill[] }) {
  const { view, setView } = useView();
  const { filter } = useWords();
  const items = useMemo(
    () =>
      skills.map((skill) => ({
        value: skill.id,
        label: skill.name,
        data: { "data-filter-skill": skill.id },
        ...(skill.isDefault ? { hint: filter.defaultSkill } : {}),
      })),
    [skills, filter.defaultSkill],
  );
  return (
    <PickerFilter
      label={filter.skills}
      oneLabel={filter.skill}
      items={items}
      selected={view.skill.filter((id) => skills.some((skill) => skill.id === id))}
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
  return (
    <div className="mt-1.5">
      <Segments
        title={filter.match}
        hidesTitle
        value={view.match}
        choices={[
          { value: "any", label: filter.matchAny },
          { value: "all", label: filter.matchAll },
        ]}
        onChange={(match) => setView({ match })}
      />
    </div>
  );
}
