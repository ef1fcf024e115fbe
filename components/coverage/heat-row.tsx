import { memo } from "react";
import { boxOf, shareOfDay } from "#components/grid/geometry.ts";
import { Icon } from "#components/ui/icon.tsx";
import type { Locale } from "#lib/contract/view.ts";
import { coverageDaySentence, coverageSentence } from "#lib/i18n/coverage-sentences.ts";
import { COVERAGE_WORDS } from "#lib/i18n/coverage-words.ts";
import type { Day, Instant } from "#lib/schedule/types.ts";
import { cellText, changedRuns, type HeatCell, type HeatTone } from "./heat-cells.ts";

export interface HeatRowProps {
  readonly rowKey: string;
  /** Null: everyone. */
  readonly name: string | null;
  /** How many hold the skill. */
  readonly people: number;
  readonly rowIndex: number;
  readonly days: readonly Day[];
  readonly cells: readonly (readonly HeatCell[])[];
  readonly zone: string;
  readonly locale: Locale;
  readonly dayWidthPx: number;
  /** Start of the cell that holds the map's tab stop; null in all other rows. */
  readonly activeAt: Instant | null;
}

/** A skill's week: its name, and for each day the cells of its cover. */
export const HeatRow = memo(function HeatRow(props: HeatRowProps) {
  const { rowKey, name, rowIndex, days, cells, zone, locale } = props;
  const words = COVERAGE_WORDS[locale];
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      data-row-key={rowKey}
      className={`relative flex h-[37px] border-b border-line ${name === null ? "border-t border-t-line-strong" : ""}`}
    >
      <RowName {...props} words={words} />
      {days.map((day, index) => (
        <div
          key={day.date}
          role="gridcell"
          aria-colindex={index + 2}
          aria-label={coverageDaySentence(day, cells[index] ?? [], name === null, zone, locale)}
          data-paint="heat"
          className="relative min-w-0 flex-1"
        >
          {(cells[index] ?? []).map((cell) => (
            <Cell
              key={cell.startAt}
              cell={cell}
              day={day}
              isActive={props.activeAt === cell.startAt}
              name={name}
              zone={zone}
              locale={locale}
              dayWidthPx={props.dayWidthPx}
            />
          ))}
          {changedRuns(cells[index] ?? []).map((run) => (
            <span
              key={run.startAt}
              aria-hidden="true"
              className="pointer-events-none absolute inset-y-1 z-2 rounded-chip border-2 border-accent"
              style={boxOf(run, day)}
            />
          ))}
        </div>
      ))}
    </div>
  );
});

function RowName({
  name,
  people,
  words,
}: HeatRowProps & { readonly words: (typeof COVERAGE_WORDS)[Locale] }) {
  const said = name === null ? words.coveragePage.planned(people) : words.coveragePage.holders(people);
  return (
    <div
      role="rowheader"
      aria-colindex={1}
      className="sticky left-0 z-3 flex w-(--name-width) shrink-0 items-center justify-between gap-2 border-r border-line-strong bg-surface px-4 max-sm:px-3"
    >
      <bdi
        className={`truncate text-body ${name === null ? "font-semibold" : "font-medium"}`}
        title={name ?? undefined}
      >
        {name ?? words.coverage.everyone}
      </bdi>{" "}
      <span className="flex shrink-0 items-center gap-1 text-small text-ink-2 max-sm:sr-only" title={said}>
        <Icon name="users" className="size-3.5 text-ink-3" />
        <span aria-hidden="true">{people}</span>
        <span className="sr-only">{said}</span>
      </span>
    </div>
  );
}

/** Written out, since the style sheet is built from the class names found in the source. */
export const HEAT_TONES: Readonly<Record<HeatTone, string>> = {
  closed: "bg-hatch-closed text-ink-3",
  none: "bg-hatch-danger border border-danger text-danger-ink",
  fallback: "bg-dots-fall border-b-2 border-fall text-fall-ink",
  c1: "bg-c1 text-c1-ink",
  c2: "bg-c2 text-c2-ink",
  c3: "bg-c3 text-c3-ink",
  c4: "bg-c4 text-c4-ink",
  c5: "bg-c5 text-c5-ink",
};

interface CellProps extends Pick<HeatRowProps, "name" | "zone" | "locale" | "dayWidthPx"> {
  readonly cell: HeatCell;
  readonly day: Day;
  readonly isActive: boolean;
}

/** Drawn again only when it changes: a key that moves the tab stop touches two of them. */
const Cell = memo(function Cell({ cell, day, isActive, name, zone, locale, dayWidthPx }: CellProps) {
  const widthPx = (shareOfDay(cell.endAt, day) - shareOfDay(cell.startAt, day)) * dayWidthPx;
  const text = cellText(cell, widthPx - 4);
  const short = cell.isShort ? "border-b-2 border-danger" : "";
  const changed = cell.before === null ? "" : "before:absolute before:inset-0 before:bg-stripe-changed";
  return (
    <button
      type="button"
      tabIndex={isActive ? 0 : -1}
      aria-label={coverageSentence({ ...cell, row: name }, zone, locale)}
      aria-describedby={isActive ? "heat-names" : undefined}
      aria-haspopup="dialog"
      data-cell-at={cell.startAt}
      data-level={cell.level}
      data-card-anchor=""
      className={`absolute inset-y-[5px] z-2 flex items-center justify-center overflow-hidden rounded-cell text-label font-semibold focus-inset ${HEAT_TONES[cell.tone]} ${short} ${changed}`}
      style={inset(boxOf(cell, day))}
    >
      {text !== "" && (
        <span className={`relative rounded-cell px-px whitespace-nowrap ${groundOf(cell)}`}>{text}</span>
      )}
    </button>
  );
});

/** Stripes and dots stop behind a number, so that it can be read. */
function groundOf({ level, before }: HeatCell): string {
  if (level === "fallback") return "bg-fall-soft";
  if (before === null) return "";
  return level === "none" ? "bg-danger-soft" : level === "closed" ? "bg-sunken" : "bg-inherit";
}

/** A gap of one pixel keeps neighbours apart. */
const inset = ({ left, width }: ReturnType<typeof boxOf>) => ({
  left,
  width: `max(2px, calc(${width} - 1px))`,
});
