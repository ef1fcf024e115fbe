import { formatClock } from "#lib/i18n/format.ts";
import type { RowPiece } from "#lib/schedule/leave-pieces.ts";
import type { Piece } from "#lib/schedule/pieces.ts";
import type { Day, Status } from "#lib/schedule/types.ts";
import { minuteOnDay } from "#lib/schedule/zone.ts";
import { barBoxOf, labelFit, shareOfDay } from "./geometry.ts";

/** A planned bar is calm; only a running one takes the tone of its agent's status. */
export type BlockTone = "planned" | Status;

interface BlockProps {
  readonly piece: RowPiece;
  readonly day: Day;
  readonly zone: string;
  readonly dayWidthPx: number;
  readonly tone: BlockTone;
  /** Only the longest piece of a shift prints its hours. */
  readonly labelled: boolean;
}

const DAY_MS = 86_400_000;

/** One drawn piece of a block. The cell's accessible name says the hours, so this is for eyes alone. */
export function Block({ piece, day, zone, dayWidthPx, tone, labelled }: BlockProps) {
  const widthPx = (shareOfDay(piece.endAt, day) - shareOfDay(piece.startAt, day)) * dayWidthPx;
  const label = labelled ? labelOf(piece, day, zone, widthPx) : null;
  return (
    <span
      className="bar"
      style={barBoxOf(piece, day)}
      data-block=""
      data-tone={tone}
      data-leave={piece.onLeave ? "" : undefined}
      data-fit={label?.tight ? "tight" : undefined}
      data-before={piece.continuesBefore ? "" : undefined}
      data-after={piece.continuesAfter ? "" : undefined}
      aria-hidden="true"
    >
      {label?.text}
    </span>
  );
}

/** The hours of the whole shift, as much of them as fits; of a shift of a day or more, those of the piece. */
function labelOf(
  piece: Piece,
  day: Day,
  zone: string,
  widthPx: number,
): { text: string; tight: boolean } | null {
  const span = piece.shift.endAt - piece.shift.startAt >= DAY_MS ? piece : piece.shift;
  const fit = labelFit(widthPx);
  if (fit === "none") return null;
  const start = formatClock(minuteOnDay(span.startAt, day, zone));
  const end = formatClock(minuteOnDay(span.endAt, day, zone) || 1440);
  if (fit === "full") return { text: `${start}–${end}`, tight: false };
  const hours = `${dropMinutes(start)}–${dropMinutes(end)}`;
  if (hours.length <= SHORT_LENGTH) return { text: hours, tight: fit === "tight" };
  // Half hours do not fit as "HH–HH" and must not be rounded: the start alone is true.
  return widthPx >= hours.length * TIGHT_CHAR_PX
    ? { text: hours, tight: true }
    : { text: start, tight: true };
}

/** Characters of `HH–HH`. */
const SHORT_LENGTH = 5;
/** Width of one tightly set character in px. */
const TIGHT_CHAR_PX = 6;

const dropMinutes = (clock: string) => clock.replace(/:00$/, "");
