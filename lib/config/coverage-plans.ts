import { makeRule } from "#lib/schedule/clock-time.ts";
import type { CoveragePlan, Holiday, Leave, Minimum, Workday } from "#lib/schedule/coverage-plan.ts";
import { DAY_MINUTES, type Weekday, type WeeklyRule } from "#lib/schedule/types.ts";
import type { CoverageFile, CoverageSection } from "./coverage-schema.ts";

const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/**
 * What the file says of one desk: what stands under its key, and what is shared.
 *
 * Opening hours and minimums under the key take the place of the shared ones. Holidays, workdays and leave add to
 * them; of a date that both name, the desk's own word counts, so that a desk can work on a shared holiday.
 */
export function planOfDesk(file: CoverageFile, deskKey: string): CoveragePlan {
  const { desks, ...shared } = file;
  const own = desks?.[deskKey] ?? {};
  const openingHours = own.openingHours ?? shared.openingHours;
  const ownDates = new Set([...(own.holidays ?? []), ...(own.workdays ?? [])].map(({ date }) => date));
  const isLeft = ({ date }: Pick<Holiday, "date">) => !ownDates.has(date);
  return {
    openingHours: openingHours?.flatMap(ruleOf) ?? null,
    minimums: (own.minimum ?? shared.minimum ?? []).flatMap(minimumsOf),
    holidays: [...(shared.holidays ?? []).filter(isLeft), ...(own.holidays ?? [])],
    workdays: [...(shared.workdays ?? []).filter(isLeft), ...(own.workdays ?? [])].map(workdayOf),
    leave: [...(shared.leave ?? []), ...(own.leave ?? [])].map(leaveOf),
  };
}

type Item<K extends keyof CoverageSection> = NonNullable<CoverageSection[K]>[number];

/** None where the times are equal: that is no time at all (product.md, section 2). */
function ruleOf({ days, from, to }: Item<"openingHours">): readonly WeeklyRule[] {
  const rule = makeRule(days, from, to);
  return rule === null ? [] : [rule];
}

function minimumsOf({ skill, days, from, to, agents }: Item<"minimum">): readonly Minimum[] {
  const rule = makeRule(days ?? EVERY_DAY, from ?? 0, to ?? DAY_MINUTES);
  return rule === null ? [] : [{ skill: skill ?? null, rule, agents }];
}

const workdayOf = ({ date, like, name }: Item<"workdays">): Workday => ({ date, like, name: name ?? null });
const leaveOf = ({ agent, from, to, note }: Item<"leave">): Leave => ({
  agent,
  from,
  to,
  note: note ?? null,
});
