import type { Instant, LocalDate, Week } from "#lib/schedule/types.ts";
import { addDays, daysBetween } from "#lib/schedule/week.ts";
import { dateAt } from "#lib/schedule/zone.ts";

/**
 * What the address says for the week that holds `date`, when `week` is on screen: null for the present week, so
 * that a link to "this week" means another week a week later.
 */
export function weekAddress(date: LocalDate, week: Week, now: Instant): LocalDate | null {
  const sinceFirst = daysBetween(week.days[0].date, date);
  const first = addDays(week.days[0].date, Math.floor(sinceFirst / 7) * 7);
  const sinceThen = daysBetween(first, dateAt(now, week.zone));
  return sinceThen >= 0 && sinceThen < 7 ? null : first;
}

/** The same for the week `weeks` after the one on screen (before, where negative). */
export function weekAddressAfter(weeks: number, week: Week, now: Instant): LocalDate | null {
  return weekAddress(addDays(week.days[0].date, weeks * 7), week, now);
}
