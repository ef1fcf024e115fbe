import type { Day, Span, Week } from "./types.ts";

/** The part of a shift that lies on one day of the screen. */
export interface Piece extends Span {
  /** The whole span, which a label names also where the day shows only a part of it. */
  readonly shift: Span;
  /** The shift began before this day. */
  readonly continuesBefore: boolean;
  /** The shift goes on after this day. */
  readonly continuesAfter: boolean;
}

/**
 * Cuts spans (sorted, disjoint) at the midnights of the week's zone: seven lists, one a day, in order. A span that
 * ends at midnight leaves nothing on the next day. What lies outside the week is left out, yet stays in `shift`.
 */
export function piecesOf(spans: readonly Span[], week: Week): readonly (readonly Piece[])[] {
  return week.days.map((day) => piecesOfDay(spans, day));
}

function piecesOfDay(spans: readonly Span[], day: Day): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const shift of spans) {
    const continuesBefore = shift.startAt < day.startAt;
    const continuesAfter = shift.endAt > day.endAt;
    const startAt = continuesBefore ? day.startAt : shift.startAt;
    const endAt = continuesAfter ? day.endAt : shift.endAt;
    if (startAt < endAt) pieces.push({ startAt, endAt, shift, continuesBefore, continuesAfter });
  }
  return pieces;
}
