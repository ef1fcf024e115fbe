import {
  type Coverage,
  type CoverageSpan,
  computeCoverage,
  type PlannedAgent,
} from "#lib/schedule/coverage.ts";
import type { CoveragePlan } from "#lib/schedule/coverage-plan.ts";
import { layWeek } from "#lib/schedule/lay-week.ts";
import type { Day, Instant, LocalDate, Roster } from "#lib/schedule/types.ts";
import { addDays, weekdayOf } from "#lib/schedule/week.ts";
import { instantOf } from "#lib/schedule/zone.ts";

/** A desk from yesterday to a week ahead: all that any minute of today is asked about. */
export interface DeskDays {
  /** Everybody with the spans that count: leave is taken out. */
  readonly agents: readonly PlannedAgent[];
  readonly coverage: Coverage;
  readonly today: Day;
}

/** Lays a roster and its plan around `date`, a day of `zone`. The cost is that of a week's coverage: once a day. */
export function layDays(
  roster: Pick<Roster, "desk" | "agents" | "skills">,
  plan: CoveragePlan | null,
  date: LocalDate,
  zone: string,
): DeskDays {
  const midnight = (days: number) => instantOf(addDays(date, days), 0, zone, "first");
  const bounds = { startAt: midnight(-1), endAt: midnight(8) };
  const { base } = layWeek({ roster, week: bounds, plan, away: [] });
  const today = { date, weekday: weekdayOf(date), startAt: midnight(0), endAt: midnight(1) };
  return { agents: base.agents, coverage: computeCoverage(base), today };
}

/** The span that holds `at` with those after it; empty past the end. `spans` tile their bounds. */
export function spansFrom(spans: readonly CoverageSpan[], at: Instant): readonly CoverageSpan[] {
  const index = spans.findIndex(({ endAt }) => at < endAt);
  return index < 0 ? [] : spans.slice(index);
}
