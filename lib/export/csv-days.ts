import { clip, type Interval } from "#lib/schedule/interval.ts";
import { DAY_MINUTES, type WeekBlock } from "#lib/schedule/types.ts";

const DAY_STARTS = [0, 1, 2, 3, 4, 5, 6].map((day) => day * DAY_MINUTES);

/**
 * A weekly template as seven cells, Monday to Sunday: `09:00-12:00 13:00-18:00`, "" on a day without hours. Wall clock
 * of the desk; a block over midnight is split there, and the end of a day is `24:00` (product.md, section 5).
 */
export function writeDays(week: readonly WeekBlock[]): readonly string[] {
  return DAY_STARTS.map((dayStart) =>
    clip(week, [dayStart, dayStart + DAY_MINUTES])
      .map(([start, end]): Interval => [start - dayStart, end - dayStart])
      .map(([start, end]) => `${writeTime(start)}-${writeTime(end)}`)
      .join(" "),
  );
}

/** Minutes since midnight, 0 to 1440, as `HH:MM`; 1440 is `24:00`. */
function writeTime(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":");
}
