import { DAY_MINUTES, type Weekday, type WeeklyRule } from "./types.ts";

/**
 * Times of a rule as minutes of the day, wherever they were written. `HH:MM` is read, also `9:00`, `09:00:00`, blanks
 * around it and full-width digits (product.md, section 2); everything else is undefined, never a guess.
 */

const TIME = /^(\d{1,2}):(\d{2})(?::00)?$/;
const LAST_MINUTE = DAY_MINUTES - 1;

/** A start: 0 to 1439. `24:00` is no start. */
export function readStartTime(text: string): number | undefined {
  const minute = readMinute(text);
  return minute !== undefined && minute <= LAST_MINUTE ? minute : undefined;
}

/** An end: 0 to 1440. Not every form can save `24:00`, so `23:59` means the end of the day as well. */
export function readEndTime(text: string): number | undefined {
  const minute = readMinute(text);
  return minute === LAST_MINUTE ? DAY_MINUTES : minute;
}

/** A rule of two times that were read, in minutes; null where they are equal, which is no time at all. */
export function makeRule(weekdays: readonly Weekday[], start: number, end: number): WeeklyRule | null {
  if (start === end) return null;
  // An overnight rule that ends at 00:00 ends with its own day: nothing is left for the next.
  return { weekdays, start, end: end === 0 ? DAY_MINUTES : end };
}

/**
 * Trims, and makes full-width digits and the full-width colon plain: Chinese input methods produce them, and their
 * meaning is not in doubt.
 */
export function toPlainDigits(text: string): string {
  return text.trim().replace(/[\uFF10-\uFF1A]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

function readMinute(text: string): number | undefined {
  const plain = readPlainMinute(text);
  if (plain !== undefined) return plain;
  const match = TIME.exec(toPlainDigits(text));
  const hour = Number(match?.[1]);
  const minute = Number(match?.[2]);
  const total = hour * 60 + minute;
  return minute < 60 && total <= DAY_MINUTES ? total : undefined;
}

/** Of `HH:MM`, as nearly all times are written; undefined for any other form and for what is no time. */
function readPlainMinute(text: string): number | undefined {
  if (text.length !== 5 || text.charCodeAt(2) !== 0x3a) return undefined;
  const digitAt = (place: number) => {
    const digit = text.charCodeAt(place) - 0x30;
    return digit >= 0 && digit <= 9 ? digit : Number.NaN;
  };
  const minute = digitAt(3) * 10 + digitAt(4);
  const total = (digitAt(0) * 10 + digitAt(1)) * 60 + minute;
  return minute < 60 && total <= DAY_MINUTES ? total : undefined;
}
