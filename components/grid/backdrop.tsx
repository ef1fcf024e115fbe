import { memo } from "react";
import type { LocalDate, Week } from "#lib/schedule/types.ts";
import { percent, type Track, ticksOf } from "./geometry.ts";

interface BackdropProps {
  readonly week: Track & Pick<Week, "zone">;
  readonly today: LocalDate | null;
  readonly holdsNow: boolean;
}

/** Behind all rows, drawn once: day tints, midnight and six-hour lines, and the now-line. */
export const Backdrop = memo(function Backdrop({ week, today, holdsNow }: BackdropProps) {
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute inset-y-0 right-0 left-(--name-width) flex"
    >
      {week.days.map((day, index) => (
        <div
          key={day.date}
          className={`relative flex-1 ${index > 0 ? "border-l border-line-strong" : ""} ${day.date === today ? "bg-today" : day.weekday > 5 ? "bg-weekend" : ""}`}
        >
          {ticksOf(day, week.zone).map(({ hour, share }) => (
            <span key={hour} className="absolute inset-y-0 w-px bg-line" style={{ left: percent(share) }} />
          ))}
        </div>
      ))}
      {holdsNow && <NowLine />}
    </div>
  );
});

/** Stands at `--now-share`, which the grid sets once a minute, so that no row is rendered for it. */
function NowLine() {
  return (
    <span className="absolute inset-y-0 left-[calc(100%*var(--now-share))] w-0.5 -translate-x-1/2 bg-now" />
  );
}
