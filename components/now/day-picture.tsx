import type { Telling } from "#components/agent/agent-facts.ts";
import { COUNT_TONES } from "#components/coverage/coverage-strip.tsx";
import { cellLabel, cellsOfDay, nobodyMs } from "#components/coverage/strip-cells.ts";
import { boxOf, percent, shareOfDay, ticksOf } from "#components/grid/geometry.ts";
import { formatDay, formatDuration } from "#lib/i18n/format.ts";
import type { CoverageSpan } from "#lib/schedule/coverage.ts";
import type { Day, Instant } from "#lib/schedule/types.ts";

interface DayPictureProps {
  readonly spans: readonly CoverageSpan[];
  readonly day: Day;
  readonly telling: Telling;
  /** Old data has no present. */
  readonly aged: boolean;
  /** Width in which labels of 11 px are placed: the picture's own, or what stands for it where all is scaled. */
  readonly widthPx: number;
}

/** How many are planned through today: the exact steps, the counts below them, and the present across both. */
export function DayPicture({ spans, day, telling, aged, widthPx }: DayPictureProps) {
  const { words, locale, now, zone } = telling;
  const cells = cellsOfDay(spans, day);
  const lowest = Math.min(...cells.map((cell) => cell.lowest));
  const highest = Math.max(...cells.map((cell) => cell.highest));
  const emptyMs = nobodyMs(cells);
  const nobody = emptyMs === 0 ? null : formatDuration(emptyMs, locale);
  return (
    <figure
      role="img"
      aria-label={words.board.dayCoverage(formatDay(day.date, locale), lowest, highest, nobody)}
      className="relative"
    >
      <Steps spans={spans} day={day} most={Math.max(1, highest)} />
      <span data-paint="heat" className="relative mt-0.5 block h-5">
        {cells.map((cell) => (
          <span
            key={cell.startAt}
            className={`absolute inset-y-0 flex items-center justify-center overflow-hidden rounded-cell text-label font-semibold ${COUNT_TONES[cell.tone]}`}
            style={boxOf(cell, day)}
          >
            {cellLabel(cell, (shareOfDay(cell.endAt, day) - shareOfDay(cell.startAt, day)) * widthPx - 2)}
          </span>
        ))}
      </span>
      <span className="relative block h-5 text-label text-ink-3">
        <span className="absolute left-0">0</span>
        {ticksOf(day, zone).map(({ hour, share }) => (
          <span key={hour} className="absolute -translate-x-1/2" style={{ left: percent(share) }}>
            {hour}
          </span>
        ))}
        <span className="absolute right-0">24</span>
      </span>
      {!aged && (
        <span
          className="absolute top-0 bottom-5 w-0.5 bg-now"
          style={{ left: boxOf({ startAt: now, endAt: now }, day).left }}
        />
      )}
    </figure>
  );
}

interface StepsProps {
  readonly spans: readonly CoverageSpan[];
  readonly day: Day;
  readonly most: number;
}

/** Height of the step outline in the units of its box. */
const HEIGHT = 50;

function Steps({ spans, day, most }: StepsProps) {
  const x = (at: Instant) => (Math.min(1, Math.max(0, shareOfDay(at, day))) * 240).toFixed(1);
  const here = spans.filter(({ startAt, endAt }) => endAt > day.startAt && startAt < day.endAt);
  const steps = here.map(({ startAt, endAt, specialists }) => {
    const y = (HEIGHT - (specialists / most) * (HEIGHT - 2)).toFixed(1);
    return `L${x(startAt)} ${y}L${x(endAt)} ${y}`;
  });
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 240 ${HEIGHT}`}
      preserveAspectRatio="none"
      className="block h-13 w-full fill-bar stroke-bar-line"
    >
      <path
        d={`M0 ${HEIGHT}${steps.join("")}L240 ${HEIGHT}Z`}
        vectorEffect="non-scaling-stroke"
        strokeWidth="1"
      />
    </svg>
  );
}
