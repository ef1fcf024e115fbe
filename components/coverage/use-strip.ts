"use client";
import { useMemo } from "react";
import { useAfterPaint } from "#components/ui/after-paint.ts";
import { type CoverageSpan, computeCoverage } from "#lib/schedule/coverage.ts";
import { layWeek } from "#lib/schedule/lay-week.ts";
import type { Group } from "#lib/schedule/select.ts";
import type { Roster, Week } from "#lib/schedule/types.ts";
import { usePlan } from "./use-plan.ts";

const NOTHING_YET: readonly CoverageSpan[] = [];

/**
 * How many of the agents shown are planned through the week, against the desk's opening hours. Worked out
 * after the rows are on screen, and after every press of a filter, so that neither waits for it. Null: they have not
 * all arrived.
 */
export function useStrip(
  roster: Pick<Roster, "desk" | "agents" | "skills">,
  week: Week,
  groups: readonly Group[] | null,
): readonly CoverageSpan[] {
  const plan = usePlan();
  const asked = useMemo(() => groups && { roster, week, groups }, [roster, week, groups]);
  const question = useAfterPaint(asked, null);
  const asOf = question?.roster;
  const inWeek = question?.week;
  const laid = useMemo(
    () => asOf && inWeek && layWeek({ roster: asOf, week: inWeek, plan, away: [] }).base,
    [asOf, inWeek, plan],
  );
  return useMemo(() => {
    if (question === null || laid === undefined) return NOTHING_YET;
    const shown = new Set(question.groups.flatMap(({ agents }) => agents.map(({ agent }) => agent)));
    const agents = laid.agents.filter(({ agent }) => shown.has(agent));
    return computeCoverage({ ...laid, agents, skills: [], minimums: [] }).everyone.spans;
  }, [laid, question]);
}
