import { readEndTime, readStartTime } from "#lib/schedule/clock-time.ts";

/** Times of a record's rule, as lib/schedule/clock-time.ts reads them; what is no text at all is undefined too. */

/** A start: 0 to 1439 minutes. */
export function readStart(value: unknown): number | undefined {
  return typeof value === "string" ? readStartTime(value) : undefined;
}

/** An end: 0 to 1440 minutes. */
export function readEnd(value: unknown): number | undefined {
  return typeof value === "string" ? readEndTime(value) : undefined;
}
