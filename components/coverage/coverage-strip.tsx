"use client";
import { memo } from "react";
import { boxOf, shareOfDay } from "#components/grid/geometry.ts";
import type { CoverageSpan } from "#lib/schedule/coverage.ts";
import type { Day, Instant, Week } from "#lib/schedule/types.ts";
import { type CountCell, type CountTone, cellLabel, cellsOfDay } from "./strip-cells.ts";

interface CoverageStripProps {
  readonly week: Week;
  readonly spans: readonly CoverageSpan[];
  readonly dayWidthPx: number;
  /** "On shift", or what the filters show; and how many are on now. */
  readonly label: string;
  readonly nowLabel: string | null;
  readonly height: number;
  /** Each day's coverage in a sentence, for its cell. */
  readonly sayDay: (day: Day, cells: readonly CountCell[]) => string;
}

/** How many of those shown are planned, hour by hour: cells with their numbers above, the exact steps below. */
export const CoverageStrip = memo(function CoverageStrip(props: CoverageStripProps) {
  const { week, spans, dayWidthPx, label, nowLabel, height, sayDay } = props;
  const most = spans.reduce((max, { specialists }) => Math.max(max, specialists), 1);
  return (
    <div role="row" aria-rowindex={2} className="flex border-b border-line-strong" style={{ height }}>
      <div
        role="rowheader"
        aria-colindex={1}
        className="sticky left-0 z-5 flex w-(--name-width) shrink-0 items-center justify-between gap-2 border-r border-line-strong bg-surface px-4 text-small"
      >
        <span className="truncate text-ink-2">{label}</span>
        {nowLabel !== null && <span className="whitespace-nowrap text-ink-3">{nowLabel}</span>}
      </div>
      {week.days.map((day, index) => {
        const cells = cellsOfDay(spans, day);
        return (
          <div
            key={day.date}
            role="gridcell"
            aria-colindex={index + 2}
            data-paint="heat"
            className={`relative min-w-0 flex-1 ${index > 0 ? "border-l border-line-strong" : ""}`}
          >
            <span className="sr-only">{sayDay(day, cells)}</span>
            {cells.map((cell) => (
              <Cell key={cell.startAt} cell={cell} day={day} dayWidthPx={dayWidthPx} />
            ))}
            {height >= 34 && <Steps spans={spans} day={day} most={most} />}
          </div>
        );
      })}
    </div>
  );
});

/** Written out, since the style sheet is built from the class names found in the source. */
export const COUNT_TONES: Readonly<Record<CountTone, string>> = {
  closed: "bg-hatch-closed text-ink-3",
  none: "bg-hatch-danger border border-danger text-danger-ink",
  c1: "bg-c1 text-c1-ink",
  c2: "bg-c2 text-c2-ink",
  c3: "bg-c3 text-c3-ink",
  c4: "bg-c4 text-c4-ink",
  c5: "bg-c5 text-c5-ink",
};

interface CellProps {
  readonly cell: CountCell;
  readonly day: Day;
  readonly dayWidthPx: number;
}

function Cell({ cell, day, dayWidthPx }: CellProps) {
  const widthPx = (shareOfDay(cell.endAt, day) - shareOfDay(cell.startAt, day)) * dayWidthPx;
  return (
    <span
      aria-hidden="true"
      className={`absolute top-[3px] z-2 flex h-4 items-center justify-center overflow-hidden rounded-cell text-label font-semibold whitespace-nowrap ${COUNT_TONES[cell.tone]}`}
      style={boxOf(cell, day)}
    >
      {cellLabel(cell, widthPx - 2)}
    </span>
  );
}

interface StepsProps {
  readonly spans: readonly CoverageSpan[];
  readonly day: Day;
  readonly most: number;
}

/** The step outline: exact in time, relative to the week's fullest moment in height. */
function Steps({ spans, day, most }: StepsProps) {
  const x = (at: Instant) => (Math.min(1, Math.max(0, shareOfDay(at, day))) * 240).toFixed(1);
  const here = spans.filter(({ startAt, endAt }) => endAt > day.startAt && startAt < day.endAt);
  const steps = here.map(({ startAt, endAt, specialists }) => {
    const y = (13 - (specialists / most) * 12).toFixed(1);
    return `L${x(startAt)} ${y}L${x(endAt)} ${y}`;
  });
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 240 13"
      preserveAspectRatio="none"
      className="absolute inset-x-0 bottom-0 h-[13px] w-full fill-line-strong/60 stroke-ink-3/60"
    >
      <path d={`M0 13${steps.join("")}L240 13Z`} vectorEffect="non-scaling-stroke" strokeWidth="0.75" />
    </svg>
  );
}
