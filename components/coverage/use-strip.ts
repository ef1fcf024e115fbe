"use client";
import { useMemo, useState } from "react";
import { useAfterPaint } from "#components/ui/after-paint.ts";
import { type CoverageInput, type CoverageSpan, computeCoverage } from "#lib/schedule/coverage.ts";
import type { CoveragePlan } from "#lib/schedule/coverage-plan.ts";
import type { Expander } from "#lib/schedule/expand.ts";
import { layWeek } from "#lib/schedule/lay-week.ts";
import type { Group } from "#lib/schedule/select.ts";
import type { Agent, Roster, Week } from "#lib/schedule/types.ts";
import { usePlan } from "./use-plan.ts";

const NOTHING_YET: readonly CoverageSpan[] = [];

interface Asked {
  readonly roster: Pick<Roster, "desk" | "agents" | "skills">;
  readonly week: Week;
  /** Of the desk's zone, for this week. */
  readonly expand: Expander;
}

/**
 * How many of the agents shown are planned through the week, against the desk's opening hours. Worked out
 * after the rows are on screen, and after every press of a filter, so that neither waits for it; not at all where the
 * same agents are only sorted or grouped otherwise. Null: they have not all arrived.
 */
export function useStrip(
  { roster, week, expand }: Asked,
  groups: readonly Group[] | null,
): readonly CoverageSpan[] {
  const plan = usePlan();
  const asked = useMemo(() => groups && { roster, week, expand, groups }, [roster, week, expand, groups]);
  const question = useAfterPaint(asked, null, layOut);
  const [count] = useState(makeCounter);
  return question === null ? NOTHING_YET : count(question, question.groups, plan);
}

/** Everybody's week, one after the other. */
function* layOut(asked: Asked | null) {
  for (const { week } of asked?.roster.agents ?? []) yield asked?.expand(week);
}

/** Counts, and remembers of each part what it was last made of. */
function makeCounter() {
  let laid: {
    readonly asked: Asked;
    readonly plan: CoveragePlan | null;
    readonly input: CoverageInput;
  } | null = null;
  let last: {
    readonly input: CoverageInput;
    readonly shown: ReadonlySet<Agent>;
    readonly spans: readonly CoverageSpan[];
  } | null = null;
  return (asked: Asked, groups: readonly Group[], plan: CoveragePlan | null) => {
    if (laid?.asked.roster !== asked.roster || laid.asked.expand !== asked.expand || laid.plan !== plan) {
      laid = { asked, plan, input: layWeek({ ...asked, plan, away: [] }).base };
    }
    const { input } = laid;
    const shown = new Set(groups.flatMap(({ agents }) => agents.map(({ agent }) => agent)));
    if (last?.input !== input || !isSame(last.shown, shown)) {
      const agents = input.agents.filter(({ agent }) => shown.has(agent));
      const { everyone } = computeCoverage({ ...input, agents, skills: [], minimums: [] });
      last = { input, shown, spans: everyone.spans };
    }
    return last.spans;
  };
}

function isSame(a: ReadonlySet<Agent>, b: ReadonlySet<Agent>): boolean {
  if (a.size !== b.size) return false;
  for (const agent of a) if (!b.has(agent)) return false;
  return true;
}
