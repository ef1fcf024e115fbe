"use client";
import { PickerFilter } from "#components/filters/picker-filter.tsx";
import { useView, useWordsWith } from "#components/filters/use-view.tsx";
import { COVERAGE_WORDS } from "#lib/i18n/coverage-words.ts";
import type { Skill } from "#lib/schedule/types.ts";
import { HEAT_TONES } from "./heat-row.tsx";

interface HeatLegendProps {
  readonly skills: readonly Skill[];
  readonly isWhatIf: boolean;
}

/** What the cells mean, and which skills have a row. */
export function HeatLegend({ skills, isWhatIf }: HeatLegendProps) {
  const { view, setView } = useView();
  const { coverage, cover, board, filter } = useWordsWith(COVERAGE_WORDS);
  return (
    <div className="flex min-h-filters flex-wrap items-center gap-x-4 gap-y-1.5 bg-canvas px-4 py-1.5 text-small text-ink-2">
      <Entry tone={HEAT_TONES.c2} sample="6" text={coverage.specialists} />
      <Entry tone={HEAT_TONES.c1} sample="1" text={coverage.oneSpecialist} />
      <Entry tone={HEAT_TONES.fallback} sample="(2)" text={cover.fallbackOnly} />
      <Entry tone={HEAT_TONES.none} sample="0" text={board.nobody} />
      <Entry tone={HEAT_TONES.closed} sample="0" text={board.closed} />
      {isWhatIf && <Entry tone="border-2 border-accent bg-c2" sample="" isStriped text={coverage.changed} />}
      <span className="ml-auto">
        <PickerFilter
          label={filter.skills}
          oneLabel={filter.skill}
          items={skills.map((skill) => ({
            value: skill.id,
            label: skill.name,
            data: { "data-filter-skill": skill.id },
            ...(skill.isDefault ? { hint: filter.defaultSkill } : {}),
          }))}
          selected={view.skill}
          onChange={(skill) => setView({ skill })}
          searchLabel={filter.searchSkills}
        />
      </span>
    </div>
  );
}

interface EntryProps {
  readonly tone: string;
  readonly sample: string;
  readonly text: string;
  readonly isStriped?: boolean;
}

function Entry({ tone, sample, text, isStriped = false }: EntryProps) {
  return (
    <span className="flex items-center gap-2 whitespace-nowrap">
      <span
        aria-hidden="true"
        className={`relative flex h-4 min-w-5.5 items-center justify-center rounded-cell px-0.5 text-label font-semibold ${tone}`}
      >
        {isStriped && <span className="absolute inset-0 bg-stripe-changed" />}
        <span className={tone === HEAT_TONES.fallback ? "bg-fall-soft" : ""}>{sample}</span>
      </span>
      {text}
    </span>
  );
}
