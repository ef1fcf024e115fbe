import type { Piece } from "#lib/schedule/pieces.ts";
import { DAY_MINUTES, type Day, type Instant, type Span } from "#lib/schedule/types.ts";
import { instantOf, MINUTE_MS } from "#lib/schedule/zone.ts";

/**
 * Where things stand on the grid. Pure: no DOM, no React.
 * Horizontally the unit is a share of a day column, 0 to 1, since every day column is equally wide
 * although a day may have 23 or 25 hours; vertically it is a CSS pixel.
 */

/** Heights in px of one kind of row and of the head, by density (design tokens, section 3). */
export interface RowSizes {
  readonly agent: number;
  readonly group: number;
  readonly head: number;
}
export const ROW_SIZES = {
  cosy: { agent: 44, group: 28, head: 40 },
  compact: { agent: 27, group: 24, head: 34 },
} as const satisfies Record<string, RowSizes>;

/** Share of the day's column at which an instant stands; below 0 or above 1 where it is another day's; 0 on a date that the zone skipped. */
export function shareOfDay(at: Instant, day: Day): number {
  const lengthMs = day.endAt - day.startAt;
  return lengthMs === 0 ? 0 : (at - day.startAt) / lengthMs;
}

/** Days side by side: a week, or what a narrow screen shows of one. */
export type Track = { readonly days: readonly Day[] };

/** Share of the whole track, 0 to 1; null where its days do not hold the instant. */
export function shareOfWeek(at: Instant, week: Track): number | null {
  const index = week.days.findIndex((day) => day.startAt <= at && at < day.endAt);
  const day = week.days[index];
  return day === undefined ? null : (index + shareOfDay(at, day)) / week.days.length;
}

/** Left edge and width of a span within its day's column, in percent. */
export function boxOf(piece: Span, day: Day): { readonly left: string; readonly width: string } {
  const left = shareOfDay(piece.startAt, day);
  return { left: percent(left), width: percent(shareOfDay(piece.endAt, day) - left) };
}

/**
 * Where a bar stands in its day's column, with a pixel of gap at either end; none where its shift goes on across
 * midnight. As a margin and a width, since a bar lies in the flow: what is positioned costs the browser more.
 */
export function barBoxOf(
  piece: Pick<Piece, "startAt" | "endAt" | "continuesBefore" | "continuesAfter">,
  day: Day,
): { readonly marginLeft: string; readonly width: string } {
  const { left, width } = boxOf(piece, day);
  const gaps = Number(!piece.continuesBefore) + Number(!piece.continuesAfter);
  return {
    marginLeft: piece.continuesBefore ? left : `calc(${left} + 1px)`,
    width: gaps === 0 ? width : `calc(${width} - ${gaps}px)`,
  };
}

export const percent = (share: number) => `${Number((share * 100).toFixed(4))}%`;

const TICK_HOURS = [6, 12, 18] as const;

/** The hour marks of a day as its own clock shows them: on a day of 23 hours 06:00 stands further left. */
export function ticksOf(
  day: Day,
  zone: string,
): readonly { readonly hour: number; readonly share: number }[] {
  // Only a clock change needs the zone to be asked, 42 times a picture.
  const isOrdinary = day.endAt - day.startAt === DAY_MINUTES * MINUTE_MS;
  const shareOf = (hour: number) =>
    isOrdinary ? hour / 24 : shareOfDay(instantOf(day.date, hour * 60, zone, "first"), day);
  return TICK_HOURS.map((hour) => ({ hour, share: shareOf(hour) }));
}

/** How much of a block's hours fits into its width: `HH:MM–HH:MM`, `HH–HH`, the same set tight, or nothing. */
export type LabelFit = "full" | "hours" | "tight" | "none";

/** Widths in px from which each label fits (design tokens, section 4). */
export function labelFit(widthPx: number, fullFromPx = 82): LabelFit {
  if (widthPx >= fullFromPx) return "full";
  if (widthPx >= 42) return "hours";
  return widthPx >= 34 ? "tight" : "none";
}
