import type { LocalDate, Weekday } from "./types.ts";

/** The proleptic Gregorian calendar without any clock: days are counted, never measured in hours. */

const DAY_MS = 86_400_000;

/** Days since 1970-01-01, which is day 0. */
export function dayNumberOf(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** The inverse of `dayNumberOf`. A year past 9999 is written as ISO 8601 expands it, `+010000-01-01`. */
export function dateOfDayNumber(day: number): LocalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, -"T00:00:00.000Z".length) as LocalDate;
}

/** Reads `YYYY-MM-DD` as a day that the calendar has, in the years 1970 to 9999. Undefined for anything else. */
export function readLocalDate(text: string): LocalDate | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < "1970") return undefined;
  const parsed = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(parsed)) return undefined;
  // Engines roll 30 February over to March or refuse it; either way it is not the day that was written.
  const date = dateOfDayNumber(parsed / DAY_MS);
  return date === text ? date : undefined;
}

/** The day `days` after `date` (before, where negative). Calendar days: a clock change is no matter. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayNumber(dayNumberOf(date) + days);
}

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: LocalDate): Weekday {
  // Day 0 was a Thursday, three days after a Monday.
  const sinceMonday = (((dayNumberOf(date) + 3) % 7) + 7) % 7;
  return WEEKDAYS[sinceMonday] ?? 1;
}

/** The Monday of the ISO week that holds `date`; `date` itself where it is one. */
export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date));
}

/**
 * ISO 8601 week: weeks start on Monday and belong to the year of their Thursday,
 * so that 2027-01-01 (a Friday) is in week 53 of 2026.
 */
export function isoWeekOf(date: LocalDate): { readonly year: number; readonly week: number } {
  const thursday = dayNumberOf(mondayOf(date)) + 3;
  const year = new Date(thursday * DAY_MS).getUTCFullYear();
  const dayOfYear = thursday - Date.UTC(year, 0, 1) / DAY_MS;
  return { year, week: Math.floor(dayOfYear / 7) + 1 };
}
