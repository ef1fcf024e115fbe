"use client";
import { useMemo } from "react";
import type { Reading } from "#lib/client/fetch-roster.ts";
import { type CoverageSpan, computeCoverage } from "#lib/schedule/coverage.ts";
import { layWeek } from "#lib/schedule/lay-week.ts";
import type { Selection } from "#lib/schedule/select.ts";
import type { Week } from "#lib/schedule/types.ts";
import { usePlan } from "./use-plan.ts";

/** How many of the agents shown are planned through the week, against the desk's opening hours. */
export function useStrip({ roster }: Reading, week: Week, { groups }: Selection): readonly CoverageSpan[] {
  const plan = usePlan();
  const laid = useMemo(() => layWeek({ roster, week, plan, away: [] }).base, [roster, week, plan]);
  return useMemo(() => {
    const shown = new Set(groups.flatMap(({ agents }) => agents.map(({ agent }) => agent)));
    const agents = laid.agents.filter(({ agent }) => shown.has(agent));
    return computeCoverage({ ...laid, agents, skills: [], minimums: [] }).everyone.spans;
  }, [laid, groups]);
}
