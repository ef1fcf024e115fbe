import { tzOffset } from "@date-fns/tz/tzOffset";
import { dateOfDayNumber, dayNumberOf } from "./local-date.ts";
import { asInstant, DAY_MINUTES, type Instant, type LocalDate, type Span } from "./types.ts";

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

/** The start of the minute that holds `at`: what a page shows as the present. */
export function minuteStartOf(at: Instant): Instant {
  return asInstant(at - (at % MINUTE_MS));
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

/**
 * `minuteAt`, sooner: on a day of 24 hours, which begins at midnight and changes nothing, the wall clock goes with the
 * time. `at` may lie on another day, or be the day's end, which is 0.
 */
export function minuteOnDay(at: Instant, day: Span, zone: string): number {
  const isOrdinary = day.endAt - day.startAt === DAY_MINUTES * MINUTE_MS;
  if (!isOrdinary || at < day.startAt || at >= day.endAt) return minuteAt(at, zone);
  return Math.floor((at - day.startAt) / MINUTE_MS);
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
  const wallMs = wallMsOf(date, minute);
  return findInstant(wallMs, findRegimes(wallMs, wallMs, zone), which);
}

/** `instantOf` for a date and zone that are settled: minutes since midnight of that date to instants. */
export type WallClock = (minute: number, which: "first" | "last") => Instant;

/** Makes a clock for the `days` days from `date`, which learns the zone's changes once and then only adds. */
export function makeWallClock(date: LocalDate, days: number, zone: string): WallClock {
  const midnightMs = wallMsOf(date, 0);
  const regimes = findRegimes(midnightMs, wallMsOf(date, days * DAY_MINUTES), zone);
  return (minute, which) => findInstant(midnightMs + minute * MINUTE_MS, regimes, which);
}

/**
 * How far the wall clock of `zone` had come by `at`, and what it has left behind for good: minutes past 1970-01-01
 * 00:00, fractions included. Both are what the wall shows at `at`, but for hours that occur twice: the clock has
 * already been past them, or will show them again. A minute that it will go back to is not left behind.
 */
export function wallReachAt(
  at: Instant,
  zone: string,
): { readonly reached: number; readonly leftBehind: number } {
  const wallMs = at + offsetMsAt(at, zone);
  const regimes = findRegimes(wallMs - 24 * HOUR_MS, wallMs + 24 * HOUR_MS, zone);
  const ended = regimes.filter(({ untilAt }) => untilAt <= at);
  const coming = regimes.filter(({ fromAt }) => fromAt > at);
  return {
    // A regime's own last instant is the one before the next begins.
    reached: Math.max(wallMs, ...ended.map(({ untilAt, offsetMs }) => untilAt - 1 + offsetMs)) / MINUTE_MS,
    leftBehind: Math.min(wallMs, ...coming.map(({ fromAt, offsetMs }) => fromAt - 1 + offsetMs)) / MINUTE_MS,
  };
}

/** What the wall shows, counted as if it were UTC. */
function wallMsOf(date: LocalDate, minute: number): number {
  return (dayNumberOf(date) * DAY_MINUTES + minute) * MINUTE_MS;
}

/** A stretch `[fromAt, untilAt)` in which a zone keeps one offset. */
interface Regime {
  readonly fromAt: number;
  readonly untilAt: number;
  readonly offsetMs: number;
}

/** The regimes that can show any wall time from `firstWallMs` to `lastWallMs`. */
function findRegimes(firstWallMs: number, lastWallMs: number, zone: string): readonly Regime[] {
  // No zone is or was further than 16 hours from UTC, and none changes twice within a day.
  const untilAt = lastWallMs + 16 * HOUR_MS;
  const regimes: Regime[] = [];
  let at = firstWallMs - 16 * HOUR_MS;
  let fromAt = Number.NEGATIVE_INFINITY;
  let offsetMs = offsetMsAt(at, zone);
  while (at < untilAt) {
    const nextAt = Math.min(at + 24 * HOUR_MS, untilAt);
    const nextOffsetMs = offsetMsAt(nextAt, zone);
    if (nextOffsetMs !== offsetMs) {
      const changeAt = findChange(at, nextAt, zone);
      regimes.push({ fromAt, untilAt: changeAt, offsetMs });
      fromAt = changeAt;
      offsetMs = nextOffsetMs;
    }
    at = nextAt;
  }
  return [...regimes, { fromAt, untilAt: Number.POSITIVE_INFINITY, offsetMs }];
}

const offsetMsAt = (at: number, zone: string) => offsetAt(asInstant(at), zone) * MINUTE_MS;

/** The first ms with the offset of `untilAt`, given that the offset changes once in (`fromAt`, `untilAt`]. */
function findChange(fromAt: number, untilAt: number, zone: string): number {
  const before = offsetMsAt(fromAt, zone);
  let low = fromAt;
  let high = untilAt;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetMsAt(middle, zone) === before) low = middle;
    else high = middle;
  }
  return high;
}

function findInstant(wallMs: number, regimes: readonly Regime[], which: "first" | "last"): Instant {
  let foundAt: number | undefined;
  for (const { fromAt, untilAt, offsetMs } of regimes) {
    const at = wallMs - offsetMs;
    if (at < fromAt || at >= untilAt) continue;
    foundAt = at;
    if (which === "first") break;
  }
  // What no regime shows was skipped: the answer is where the first regime starts that starts later on the wall.
  foundAt ??= regimes.find(({ fromAt, offsetMs }) => fromAt + offsetMs > wallMs)?.fromAt;
  if (foundAt === undefined) throw new RangeError("the regimes do not reach to this wall time");
  return asInstant(foundAt);
}
