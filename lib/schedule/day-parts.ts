import type { Piece } from "./pieces.ts";
import type { Day, Week } from "./types.ts";
import { instantOf } from "./zone.ts";

/** Parts of a day as minutes of the wall clock, half-open: 06:00 is morning. */
export const DAY_PARTS = [
  { part: "night", from: 0, to: 360 },
  { part: "morning", from: 360, to: 720 },
  { part: "afternoon", from: 720, to: 1080 },
  { part: "evening", from: 1080, to: 1440 },
] as const;
export type DayPart = (typeof DAY_PARTS)[number]["part"];

/** How long the pieces of a week (from `piecesOf`) lie in each part of its days, in ms; they add up to the pieces. */
export function sumByDayPart(
  days: readonly (readonly Piece[])[],
  week: Week,
): Readonly<Record<DayPart, number>> {
  const sums: Record<DayPart, number> = { night: 0, morning: 0, afternoon: 0, evening: 0 };
  week.days.forEach((day, i) => {
    for (const { part, from, to } of DAY_PARTS) {
      const startAt = startOf(day, from, week.zone);
      const endAt = startOf(day, to, week.zone);
      for (const piece of days[i] ?? []) {
        sums[part] += Math.max(0, Math.min(piece.endAt, endAt) - Math.max(piece.startAt, startAt));
      }
    }
  });
  return sums;
}

/** A part starts where its time first occurs; the day's own edges are known already. */
function startOf(day: Day, minute: number, zone: string): number {
  if (minute === 0) return day.startAt;
  return minute === 1440 ? day.endAt : instantOf(day.date, minute, zone, "first");
}
