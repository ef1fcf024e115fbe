import { readLocalDate } from "../local-date.ts";
import { asInstant, type Instant, type LocalDate } from "../types.ts";

/** A date literal of a test. */
export function date(text: string): LocalDate {
  const read = readLocalDate(text);
  if (read === undefined) throw new RangeError(`no such day: ${text}`);
  return read;
}

/** An instant literal of a test, with its offset: `2026-11-23T09:00+08:00`. */
export function at(text: string): Instant {
  const epochMs = Date.parse(text);
  if (Number.isNaN(epochMs)) throw new RangeError(`no such instant: ${text}`);
  return asInstant(epochMs);
}
