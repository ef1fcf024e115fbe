import { type AbsencesOf, absencesByLeave, daysAsInterval, splitAbsent } from "./absence.ts";
import { type AwayEntry, absencesByAway } from "./away.ts";
import { layHours } from "./calendar-hours.ts";
import { type CoverageInput, type LaidMinimum, type PlannedAgent, plannedTimes } from "./coverage.ts";
import type { CoveragePlan } from "./coverage-plan.ts";
import { type Expander, makeExpander } from "./expand.ts";
import { type IntervalList, merge, subtract } from "./interval.ts";
import type { Instant, Roster, Span } from "./types.ts";

export interface WeekQuestion {
  readonly roster: Pick<Roster, "desk" | "agents" | "skills">;
  /** The week on screen, in whatever zone. */
  readonly week: Span;
  /** For the desk's zone and this week, where there is one already. */
  readonly expand?: Expander;
  /** Null: there is no `COVERAGE_FILE`. */
  readonly plan: CoveragePlan | null;
  /** Nobody, unless this is a what-if. */
  readonly away: readonly AwayEntry[];
}

export interface LaidWeek {
  readonly base: CoverageInput;
  /** The same with those away taken out; null where nobody is. */
  readonly preview: CoverageInput | null;
}

/**
 * Lays a roster and its coverage plan on the instants of a week, ready for `computeCoverage`.
 *
 * Opening hours are the plan's. Where it names none, the desk is open whenever anyone is planned by the weekly
 * template, or a minimum asks for someone (never on a holiday). Leave and a what-if do not close the desk: hours that
 * lose their last agent become `none`, which alarms, rather than `closed`, which does not.
 */
export function layWeek({ roster, week, plan, away, expand: known }: WeekQuestion): LaidWeek {
  const { agents, skills, desk } = roster;
  const expand = known ?? makeExpander(desk.timeZone, week);
  const template = agents.map((agent) => ({ agent, spans: expand(agent.week) }));
  const minimums = plan ? layMinimums(plan, desk.timeZone, week) : [];
  const opening = openingOf(plan, desk.timeZone, week, () => [
    ...plannedTimes(template, week),
    ...minimums.flatMap((minimum) => (minimum.agents > 0 ? minimum.times : [])),
  ]);
  const present = withoutAbsent(template, absencesByLeave(plan?.leave ?? [], desk.timeZone));
  const base: CoverageInput = { bounds: week, agents: present, skills, opening, minimums };
  return { base, preview: takeAway(base, away, desk.timeZone) };
}

/**
 * The week as it is without those away; null where nobody is. `zone` is the desk's. Apart from `layWeek`, so that a
 * what-if that changes does not lay everybody's week anew.
 */
export function takeAway(
  base: CoverageInput,
  away: readonly AwayEntry[],
  zone: string,
): CoverageInput | null {
  if (away.length === 0) return null;
  return { ...base, agents: withoutAbsent(base.agents, absencesByAway(away, base.bounds, zone)) };
}

function layMinimums(plan: CoveragePlan, zone: string, week: Span): readonly LaidMinimum[] {
  return plan.minimums.map(({ skill, agents, rule }) => ({
    skill,
    agents,
    times: layHours([rule], plan, zone, week),
  }));
}

/** Takes the absent out of everybody's spans; those who are there are passed on as they are. */
export function withoutAbsent(
  agents: readonly PlannedAgent[],
  absencesOf: AbsencesOf,
): readonly PlannedAgent[] {
  return agents.map((planned) => {
    const absences = absencesOf(planned.agent);
    if (absences.length === 0) return planned;
    return { ...planned, spans: splitAbsent(planned.agent.week, planned.spans, absences).present };
  });
}

function openingOf(
  plan: CoveragePlan | null,
  zone: string,
  week: Span,
  asked: () => IntervalList<Instant>,
): IntervalList<Instant> {
  if (plan?.openingHours) return layHours(plan.openingHours, plan, zone, week);
  const holidays = (plan?.holidays ?? []).map(({ date }) => daysAsInterval(date, date, zone));
  return subtract(merge(asked()), merge(holidays));
}
