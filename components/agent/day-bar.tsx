import { Block, type BlockTone } from "#components/grid/block.tsx";
import { boxOf, percent, ticksOf } from "#components/grid/geometry.ts";
import type { RowPiece } from "#lib/schedule/leave-pieces.ts";
import type { Day, Instant } from "#lib/schedule/types.ts";

interface DayBarProps {
  readonly day: Day;
  readonly zone: string;
  readonly pieces: readonly RowPiece[];
  /** Null on another day than today. */
  readonly now: Instant | null;
  readonly toneOf: (piece: RowPiece) => BlockTone;
}

/** One day as a small track of its own, 0 to 24, with the present. Decorative: the hours stand beside it in words. */
export function DayBar({ day, zone, pieces, now, toneOf }: DayBarProps) {
  return (
    <div aria-hidden="true" className="relative h-7 [--bar-height:11px]">
      <div className="bar-track relative h-3.5 rounded-bar bg-sunken">
        {pieces.map((piece) => (
          <Block
            key={piece.startAt}
            piece={piece}
            day={day}
            zone={zone}
            dayWidthPx={0}
            tone={toneOf(piece)}
            labelled={false}
          />
        ))}
        {now !== null && (
          <span
            className="absolute inset-y-0 w-0.5 bg-now"
            style={{ left: boxOf({ startAt: now, endAt: now }, day).left }}
          />
        )}
      </div>
      <span className="absolute bottom-0 left-0 text-micro text-ink-3">0</span>
      {ticksOf(day, zone).map(({ hour, share }) => (
        <span
          key={hour}
          className="absolute bottom-0 -translate-x-1/2 text-micro text-ink-3"
          style={{ left: percent(share) }}
        >
          {hour}
        </span>
      ))}
      <span className="absolute right-0 bottom-0 text-micro text-ink-3">24</span>
    </div>
  );
}

/** Minutes from `startAt` to `endAt`, as they really pass. */
export const minutesOf = ({ startAt, endAt }: { readonly startAt: Instant; readonly endAt: Instant }) =>
  Math.round((endAt - startAt) / 60_000);
