import "server-only";
import { weekOf } from "#lib/schedule/week.ts";
import { dateAt } from "#lib/schedule/zone.ts";
import { type CalendarContext, findCalendarFeed } from "./calendar-feeds.ts";
import { agentsInScope } from "./calendar-scope.ts";
import type { RosterExport } from "./export-roster.ts";
import { lookAtDesk } from "./look-at-desk.ts";
import { WHOLE } from "./shape.ts";

/**
 * What the address of a calendar subscription holds at this moment: the agents of its scope without the removed ones,
 * from the present week on, without any email. Counts as a look. Throws `not_found` for a secret that is unknown or
 * revoked, or whose desk is gone, and `upstream_unavailable` before a first success.
 */
export async function readCalendar(context: CalendarContext, secret: string): Promise<RosterExport> {
  const { deskKey, scope } = await findCalendarFeed(context, secret);
  const { roster } = await lookAtDesk(context.roster, { deskKey, shape: WHOLE });
  const askedAt = context.roster.clock.now();
  const { desk, skills } = roster;
  const week = weekOf(dateAt(askedAt, desk.timeZone), "mon", desk.timeZone);
  return { roster: { desk, skills, agents: agentsInScope(roster, scope) }, askedAt, week };
}
