import { tzOffset } from "@date-fns/tz/tzOffset";
import { dateOfDayNumber, dayNumberOf } from "./local-date.ts";
import { asInstant, DAY_MINUTES, type Instant, type LocalDate } from "./types.ts";

/** The only file that knows a time-zone library. A zone is always an argument: a weekday depends on where you stand. */

export const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Names as IANA writes them. Offsets such as `+08:00`, which some runtimes accept too, do not fit. */
const ZONE_NAME = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/;

/** Whether `text` is an IANA zone name that this runtime knows (`Asia/Shanghai`, `UTC`); an offset is none. */
export function isZone(text: string): boolean {
  if (text.length > 64 || !ZONE_NAME.test(text)) return false;
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

/** Minutes east of UTC at `at`: 480 in Shanghai, -300 in New York's winter. */
export function offsetAt(at: Instant, zone: string): number {
  return tzOffset(zone, new Date(at));
}

/** The calendar day that `zone` has at `at`. */
export function dateAt(at: Instant, zone: string): LocalDate {
  return dateOfDayNumber(Math.floor(wallMinutes(at, zone) / DAY_MINUTES));
}

/** What the clock on the wall of `zone` shows at `at`: minutes since midnight, 0 to 1439, seconds dropped. */
export function minuteAt(at: Instant, zone: string): number {
  const minutes = wallMinutes(at, zone);
  return minutes - Math.floor(minutes / DAY_MINUTES) * DAY_MINUTES;
}

/** Minutes that the wall clock of `zone` is past 1970-01-01 00:00. */
function wallMinutes(at: Instant, zone: string): number {
  return Math.floor(at / MINUTE_MS + offsetAt(at, zone));
}

/**
 * The instant at which the wall clock of `zone` shows `minute` minutes past midnight of `date`, where any integer
 * goes: 1500 is 01:00 on the next day. A time that a change skips is the first instant after the gap; of one that
 * occurs twice, `which` picks (product.md, section 2).
 *
 * In New York on 2026-03-08, 02:30 (minute 150) is 03:00 EDT; on 2026-11-01, 01:30 is 01:30 EDT first, EST last.
 */
export function instantOf(date: LocalDate, minute: number, zone: string, which: "first" | "last"): Instant {
  const wallMs = (dayNumberOf(date) * DAY_MINUTES + minute) * MINUTE_MS;
  // No zone is or was further than 16 hours from UTC, so the answer lies between these two.
  const fromAt = asInstant(wallMs - 16 * HOUR_MS);
  const untilAt = asInstant(wallMs + 16 * HOUR_MS);
  const before = offsetAt(fromAt, zone);
  const after = offsetAt(untilAt, zone);
  if (before === after) return asInstant(wallMs - before * MINUTE_MS);

  const changeAt = changeBetween(fromAt, untilAt, zone);
  const byBefore = wallMs - before * MINUTE_MS;
  const byAfter = wallMs - after * MINUTE_MS;
  const occursBefore = byBefore < changeAt;
  const occursAfter = byAfter >= changeAt;
  if (occursBefore && occursAfter) return asInstant(which === "first" ? byBefore : byAfter);
  if (occursBefore) return asInstant(byBefore);
  return asInstant(occursAfter ? byAfter : changeAt);
}

/** The first instant with the offset of `untilAt`, given that the offset changes once in (`fromAt`, `untilAt`]. */
function changeBetween(fromAt: Instant, untilAt: Instant, zone: string): number {
  const before = offsetAt(fromAt, zone);
  let low: number = fromAt;
  let high: number = untilAt;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(asInstant(middle), zone) === before) low = middle;
    else high = middle;
  }
  return high;
}
