import type { SplitSpans } from "./absence.ts";
import { type Piece, piecesOf } from "./pieces.ts";
import type { Week } from "./types.ts";

/** A piece as it is drawn. */
export interface RowPiece extends Piece {
  /** Its shift is taken out by an absence: drawn, but not counted. Left out where only what counts is drawn. */
  readonly onLeave?: boolean;
}

/** `piecesOf` for what is present and what is absent together: seven lists, one a day, in order of time. */
export function piecesOfSplit({ present, absent }: SplitSpans, week: Week): readonly (readonly RowPiece[])[] {
  const away = piecesOf(absent, week);
  return piecesOf(present, week).map((pieces, day) =>
    [
      ...pieces.map((piece) => ({ ...piece, onLeave: false })),
      ...(away[day] ?? []).map((piece) => ({ ...piece, onLeave: true })),
    ].sort((a, b) => a.startAt - b.startAt),
  );
}
