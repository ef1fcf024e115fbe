import { dateOfDayNumber } from "#lib/schedule/local-date.ts";
import { asInstant, DAY_MINUTES, type LocalDate } from "#lib/schedule/types.ts";
import { MINUTE_MS, offsetAt } from "#lib/schedule/zone.ts";

/** A change of a zone's clock, as a calendar file tells it: on the clock that was in force until then. */
export interface ZoneChange {
  /** The day and minute (0 to 1439) that the old clock showed. */
  readonly date: LocalDate;
  readonly minute: number;
  /** Minutes east of UTC, before and after. */
  readonly from: number;
  readonly to: number;
}

/** No zone changes twice within a week, so looking once a week finds every change. */
const STEP_MINUTES = 7 * DAY_MINUTES;

/** Every change of `zone` in the years `[firstYear, endYear)`, in order; years are those of UTC. */
export function findZoneChanges(zone: string, firstYear: number, endYear: number): readonly ZoneChange[] {
  const endMinute = Date.UTC(endYear, 0) / MINUTE_MS;
  const changes: ZoneChange[] = [];
  let minute = Date.UTC(firstYear, 0) / MINUTE_MS;
  while (minute < endMinute) {
    const next = Math.min(minute + STEP_MINUTES, endMinute);
    const from = offsetAtMinute(minute, zone);
    const to = offsetAtMinute(next, zone);
    if (from !== to) changes.push(changeOf(findFirstWith(to, minute, next, zone), from, to));
    minute = next;
  }
  return changes;
}

/** Minutes since 1970 in UTC, which is as fine as offsets have been anywhere since 1972. */
function offsetAtMinute(minute: number, zone: string): number {
  return offsetAt(asInstant(minute * MINUTE_MS), zone);
}

/** The first minute with that offset in (`low`, `high`], given that there is one change between them. */
function findFirstWith(offset: number, low: number, high: number, zone: string): number {
  if (high - low <= 1) return high;
  const middle = Math.floor((low + high) / 2);
  return offsetAtMinute(middle, zone) === offset
    ? findFirstWith(offset, low, middle, zone)
    : findFirstWith(offset, middle, high, zone);
}

function changeOf(changeMinute: number, from: number, to: number): ZoneChange {
  const wallMinute = changeMinute + from;
  const day = Math.floor(wallMinute / DAY_MINUTES);
  return { date: dateOfDayNumber(day), minute: wallMinute - day * DAY_MINUTES, from, to };
}
