"use client";
import { useMemo } from "react";
import type { Reading } from "#lib/client/fetch-roster.ts";
import type { View } from "#lib/contract/view.ts";
import { type AwayEntry, unknownAway } from "#lib/schedule/away.ts";
import {
  type Coverage,
  type CoverageInput,
  computeCoverage,
  type SkillCoverage,
} from "#lib/schedule/coverage.ts";
import { layWeek, takeAway } from "#lib/schedule/lay-week.ts";
import type { Skill, Week } from "#lib/schedule/types.ts";
import { type ChangedSpan, type Changes, compareCoverage } from "#lib/schedule/what-if.ts";
import type { HeatSource } from "./heat-cells.ts";
import { usePlan } from "./use-plan.ts";

/** One row of the map: a skill, or everyone. Its `source` is the same object until something in the row changes. */
export interface CoverageRow {
  /** Null: everyone. */
  readonly skill: Skill | null;
  readonly source: HeatSource;
}

export interface CoverageOfWeek {
  readonly rows: readonly CoverageRow[];
  /** With the what-if, where there is one. */
  readonly shown: Coverage;
  readonly base: Coverage;
  /** Null: nobody is away. */
  readonly changes: Changes | null;
  /** Whom `shown` counts. */
  readonly input: CoverageInput;
  /** The entries of `away=` that speak of somebody. */
  readonly away: readonly AwayEntry[];
}

/** What the page is asked. */
export interface CoverageQuestion {
  readonly reading: Reading;
  readonly week: Week;
  readonly view: Pick<View, "skill" | "away">;
}

/** The coverage of a week, for the skills and the what-if that the address names. */
export function useCoverage({ reading: { roster }, week, view }: CoverageQuestion): CoverageOfWeek {
  const plan = usePlan();
  const wanted = useMemo(() => chooseSkills(roster.skills, view.skill), [roster.skills, view.skill]);
  const { away } = useMemo(() => partAway(view.away, roster.agents), [view.away, roster.agents]);
  const baseInput = useMemo(() => layWeek({ roster, week, plan, away: [] }).base, [roster, week, plan]);
  const base = useMemo(() => computeCoverage(baseInput, wanted), [baseInput, wanted]);
  const previewInput = useMemo(
    () => takeAway(baseInput, away, roster.desk.timeZone),
    [baseInput, away, roster.desk.timeZone],
  );
  return useMemo(() => {
    const preview = previewInput === null ? null : computeCoverage(previewInput, wanted);
    const changes = preview === null ? null : compareCoverage(base, preview);
    const shown = preview ?? base;
    return {
      rows: rowsOf(base, shown, changes, wanted),
      shown,
      base,
      changes,
      input: previewInput ?? baseInput,
      away,
    };
  }, [base, baseInput, previewInput, wanted, away]);
}

/** The skills asked for, all where none of them is known; the default ones, which catch what others drop, come last. */
function chooseSkills(skills: readonly Skill[], asked: readonly string[]): readonly Skill[] {
  const known = skills.filter(({ id }) => asked.includes(id));
  const chosen = known.length === 0 ? skills : known;
  return chosen.toSorted((a, b) => Number(a.isDefault) - Number(b.isDefault));
}

/** The entries that speak of somebody, and those that do not. */
export function partAway(
  entries: readonly AwayEntry[],
  agents: Parameters<typeof unknownAway>[1],
): { readonly away: readonly AwayEntry[]; readonly unknown: readonly AwayEntry[] } {
  const unknown = unknownAway(entries, agents);
  return { away: entries.filter((entry) => !unknown.includes(entry)), unknown };
}

function rowsOf(
  base: Coverage,
  shown: Coverage,
  changes: Changes | null,
  skills: readonly Skill[],
): readonly CoverageRow[] {
  const names = new Map(skills.map((skill) => [skill.id, skill]));
  const changed = Map.groupBy(changes?.skills ?? [], ({ skill }) => skill);
  const rows = base.skills.map((own, i): CoverageRow => {
    const mine = changed.get(own.skill);
    const skill = names.get(own.skill) ?? { id: own.skill, name: own.skill, isDefault: false };
    return { skill, source: sourceOf(own, mine === undefined ? own : (shown.skills[i] ?? own), mine) };
  });
  const everyone = sourceOf(base.everyone, shown.everyone, changes?.everyone);
  return [...rows, { skill: null, source: everyone }];
}

type Row = Pick<SkillCoverage, "spans" | "gaps">;
const unchangedSources = new WeakMap<Row, HeatSource>();

/** A row that a what-if leaves alone keeps its object, so that it is not drawn again. */
function sourceOf(base: Row, shown: Row, changes: readonly ChangedSpan[] = []): HeatSource {
  if (changes.length > 0) return { spans: shown.spans, gaps: shown.gaps, changes };
  const kept = unchangedSources.get(base) ?? { spans: base.spans, gaps: base.gaps, changes };
  unchangedSources.set(base, kept);
  return kept;
}
