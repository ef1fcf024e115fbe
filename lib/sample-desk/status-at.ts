import { WIRE_STATUS, type WireRule } from "#lib/feishu/wire.ts";
import type { Person } from "./people.ts";
import { fractionOf } from "./seeded.ts";

/**
 * The live status as a function of person and time, so that a frozen clock gives a frozen desk.
 * Mostly it agrees with the plan; a few are offline on shift, fewer online off shift, and with sixty
 * agents somebody changes about once a minute.
 */

/** How finely statuses are told apart in time. */
export const MINUTE_MS = 60_000;
const DAY = 1440;
const WEEK = 7 * DAY;
/** The sample desk stands in Shanghai: UTC+8 all year, without clock changes since 1991. */
const SHANGHAI_MS = 8 * 60 * MINUTE_MS;
/** 1 January 1970 was a Thursday. */
const EPOCH_WEEKDAY = 3;

/** For how long a mood lasts, in minutes, and how often it departs from the plan. */
const ON_SHIFT = { slot: 6, offline: 0.13 };
const OFF_SHIFT = { slot: 15, offline: 0.07, online: 0.03 };

const WEEKDAYS_OF_CODE: Readonly<Record<number, readonly number[]>> = {
  9: [1, 2, 3, 4, 5, 6, 7],
  10: [1, 2, 3, 4, 5],
  11: [6, 7],
};

/** The number Feishu would send as this person's status at `epochMs`. */
export function statusAt(person: Person, seed: number, epochMs: number): number {
  if (person.fixedStatus !== null) return person.fixedStatus;
  const minute = Math.floor(epochMs / MINUTE_MS);
  if (isPlanned(person.schedule, weekMinute(epochMs))) {
    return mood(person, seed, minute, ON_SHIFT.slot) < ON_SHIFT.offline
      ? WIRE_STATUS.offline
      : WIRE_STATUS.online;
  }
  const chance = mood(person, seed, minute, OFF_SHIFT.slot);
  if (chance < OFF_SHIFT.online) return WIRE_STATUS.online;
  return chance < OFF_SHIFT.online + OFF_SHIFT.offline ? WIRE_STATUS.offline : WIRE_STATUS.offDuty;
}

/** Minutes since Monday 00:00 on the sample desk's wall clock. */
export function weekMinute(epochMs: number): number {
  const minutes = Math.floor((epochMs + SHANGHAI_MS) / MINUTE_MS) + EPOCH_WEEKDAY * DAY;
  return ((minutes % WEEK) + WEEK) % WEEK;
}

/** Whether any rule covers the minute. Written apart from lib/schedule on purpose: the sample must not share its faults. */
export function isPlanned(schedule: readonly WireRule[], minute: number): boolean {
  return schedule.some((rule) => {
    const start = minutesOf(rule.start_time);
    const end = minutesOf(rule.end_time);
    const length = end >= start ? end - start : end + DAY - start;
    return (WEEKDAYS_OF_CODE[rule.weekday] ?? [rule.weekday]).some(
      (weekday) => (minute - (weekday - 1) * DAY - start + 2 * WEEK) % WEEK < length,
    );
  });
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** One fraction for each slot; every person's slots begin at another minute, so that not all change at once. */
function mood(person: Person, seed: number, minute: number, slot: number): number {
  const offset = Math.floor(fractionOf(seed, person.index, slot) * slot);
  return fractionOf(seed, person.index, slot, Math.floor((minute + offset) / slot));
}
