import "server-only";
import type { CoverageJson } from "#lib/contract/findings.ts";
import { AppError } from "#lib/errors.ts";
import { type AwayEntry, unknownAway } from "#lib/schedule/away.ts";
import { type Coverage, type CoverageSpan, computeCoverage } from "#lib/schedule/coverage.ts";
import { layWeek } from "#lib/schedule/lay-week.ts";
import type { LocalDate, Roster, Span, Week, WeekStart } from "#lib/schedule/types.ts";
import { weekOf } from "#lib/schedule/week.ts";
import { dateAt } from "#lib/schedule/zone.ts";
import type { RosterContext } from "./context.ts";
import type { DeskQuestion } from "./find-desk.ts";
import { lookAtDesk } from "./look-at-desk.ts";
import { shapePlan, shapeRoster } from "./shape.ts";

export interface CoverageQuestion extends DeskQuestion {
  /** Any day of the week; null: the present one. */
  readonly week: LocalDate | null;
  /** Null: Monday. */
  readonly start: WeekStart | null;
  /** The zone whose days the week has; null: the desk's. */
  readonly zone: string | null;
  /** Ids; empty: all skills of the desk. */
  readonly skills: readonly string[];
  readonly away: readonly AwayEntry[];
}

/**
 * `GET /api/coverage` (product.md, section 6): the same figures as on screen. Counts as a look. Throws `not_found`,
 * `invalid` where a skill or someone away is not in the roster or the week ends after 9999, and `upstream_unavailable` before a first success.
 */
export async function readCoverage(
  context: RosterContext,
  { deskKey, shape, skills, away, ...asked }: CoverageQuestion,
): Promise<CoverageJson> {
  const { source, ...look } = await lookAtDesk(context, { deskKey, shape });
  const roster = shapeRoster(look.roster, shape);
  requireKnown(roster, skills, away);
  const zone = asked.zone ?? roster.desk.timeZone;
  const week = weekOf(asked.week ?? dateAt(context.clock.now(), zone), asked.start ?? "mon", zone);
  // ISO 8601 writes later years with a sign and more digits; our dates end with the year 9999.
  if (week.days[6].date.startsWith("+")) throw new AppError("invalid", "Unusable value: week.");
  const plan = source.plan && shapePlan(source.plan, shape, roster);
  const { base, preview } = layWeek({ roster, week, plan, away });
  const wanted = skills.length === 0 ? roster.skills : roster.skills.filter(({ id }) => skills.includes(id));
  return toJson(week, computeCoverage(preview ?? base, wanted), skills.length === 0);
}

function requireKnown(roster: Roster, skills: readonly string[], away: readonly AwayEntry[]): void {
  const known = new Set(roster.skills.map(({ id }) => id));
  if (!skills.every((id) => known.has(id))) throw new AppError("invalid", "Unusable value: skill.");
  if (unknownAway(away, roster.agents).length > 0) throw new AppError("invalid", "Unusable value: away.");
}

/** Gaps of minimums that count everybody belong to the whole desk, so they are left out where skills are picked. */
function toJson(week: Week, { skills, everyone }: Coverage, isWhole: boolean): CoverageJson {
  const gaps = [...skills.flatMap((one) => one.gaps), ...(isWhole ? everyone.gaps : [])];
  return {
    weekStart: week.days[0].date,
    timeZone: week.zone,
    skills: skills.map(({ skill, spans }) => ({ id: skill, spans: spans.map(spanJson) })),
    gaps: gaps.map(({ skill, people, ...span }) => ({ skill, ...stretch(span), people })),
    singles: skills
      .flatMap((one) => one.singles)
      .map(({ skill, agent, ...span }) => ({ skill, ...stretch(span), agent })),
  };
}

const spanJson = ({ level, specialists, fallback, ...span }: CoverageSpan) => ({
  ...stretch(span),
  level,
  specialists,
  fallback,
});

const stretch = ({ startAt, endAt }: Span) => ({
  from: new Date(startAt).toISOString(),
  to: new Date(endAt).toISOString(),
});
