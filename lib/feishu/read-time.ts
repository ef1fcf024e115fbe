import { DAY_MINUTES } from "#lib/schedule/types.ts";
import { toPlainDigits } from "./read-value.ts";

/**
 * Times of a rule as minutes of the day. `HH:MM` is read, also `9:00`, `09:00:00`, blanks around it and
 * full-width digits (product.md, section 2); everything else is undefined, never a guess.
 */

const TIME = /^(\d{1,2}):(\d{2})(?::00)?$/;
const LAST_MINUTE = DAY_MINUTES - 1;

/** A start: 0 to 1439. `24:00` is no start. */
export function readStart(value: unknown): number | undefined {
  const minute = readMinute(value);
  return minute !== undefined && minute <= LAST_MINUTE ? minute : undefined;
}

/** An end: 0 to 1440. Feishu's form cannot always save `24:00`, so `23:59` means the end of the day as well. */
export function readEnd(value: unknown): number | undefined {
  const minute = readMinute(value);
  return minute === LAST_MINUTE ? DAY_MINUTES : minute;
}

function readMinute(value: unknown): number | undefined {
  if (typeof value !== "string") return undefined;
  const match = TIME.exec(toPlainDigits(value));
  const hour = Number(match?.[1]);
  const minute = Number(match?.[2]);
  const total = hour * 60 + minute;
  return minute < 60 && total <= DAY_MINUTES ? total : undefined;
}
