import ICAL from "ical.js";
import type { LocalDate } from "#lib/schedule/types.ts";

/** The few parts of ical.js that the calendar is made of; it escapes, folds and prints. */

// It does not count the space that begins a continued line, which would then be 76 octets long instead of 75.
ICAL.foldLength = 74;

export const { Component, Duration, Property, Recur, Time, UtcOffset } = ICAL;
export type Component = InstanceType<typeof ICAL.Component>;
export type Duration = InstanceType<typeof ICAL.Duration>;
export type Property = InstanceType<typeof ICAL.Property>;
export type Time = InstanceType<typeof ICAL.Time>;

/** A wall-clock time that names no zone by itself; `minute` counts from midnight, 0 to 1439. */
export function wallTime(date: LocalDate, minute: number): Time {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return Time.fromData({ year, month, day, hour: Math.floor(minute / 60), minute: minute % 60, second: 0 });
}
