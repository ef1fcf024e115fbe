"use client";
import { type CSSProperties, type MouseEvent, useMemo } from "react";
import { useHoverCard } from "#components/agent/use-hover-card.ts";
import { Backdrop } from "#components/grid/backdrop.tsx";
import { shareOfWeek } from "#components/grid/geometry.ts";
import { TimeAxis } from "#components/grid/time-axis.tsx";
import { useSpecialDays } from "#components/grid/use-board.ts";
import { formatClock, formatRange } from "#lib/i18n/format.ts";
import type { Day, Instant, Span } from "#lib/schedule/types.ts";
import { dateAt, minuteAt } from "#lib/schedule/zone.ts";
import { namesOf } from "./cell-names.tsx";
import type { CoverageLayout } from "./coverage-layout.ts";
import type { CoverageTelling } from "./coverage-telling.ts";
import { HeatCard } from "./heat-card.tsx";
import { cellsByDay, type HeatCell, type HeatSource } from "./heat-cells.ts";
import { cellAt } from "./heat-moves.ts";
import { HeatRow } from "./heat-row.tsx";
import type { CoverageRow } from "./use-coverage.ts";
import { placeOf, useHeatKeys } from "./use-heat-keys.ts";

interface HeatMapProps {
  readonly rows: readonly CoverageRow[];
  /** All days of the week, or on a phone the one chosen. */
  readonly days: readonly Day[];
  readonly layout: CoverageLayout;
  readonly telling: CoverageTelling;
  readonly aged: boolean;
  /** A cell was pressed: its skill (null: everyone) and its stretch. */
  readonly onOpen: (stretch: Span & { readonly skill: string | null }) => void;
}

const EVERYONE = "everyone";
const keyOf = ({ skill }: CoverageRow) => (skill === null ? EVERYONE : `skill ${skill.id}`);

/** Skills × hours as an ARIA grid: a row a skill, a column a day, and in it one button a cell. */
export function HeatMap({ rows, days, layout, telling, aged, onOpen }: HeatMapProps) {
  const { week, now, locale, words, desk, holders, input } = telling;
  const specialDays = useSpecialDays(week, desk.timeZone);
  const cells = useMemo(() => rows.map(({ source }) => cellsOf(source, days)), [rows, days]);
  const flat = useMemo(() => cells.map((row) => row.flat()), [cells]);
  const rowKeys = rows.map(keyOf);
  const keys = useHeatKeys({ rowKeys, cells: flat });
  const card = useHoverCard();
  const nowShare = aged ? null : shareOfWeek(now, { days });

  const look = (rowKey: string, at: Instant) => {
    const row = rowKeys.indexOf(rowKey);
    const cell = cellAt(flat[row] ?? [], at);
    const skill = rows[row]?.skill ?? null;
    return cell === undefined ? null : { skill, cell };
  };
  const pointed = card.target === null ? null : placeOf(card.target.anchor);
  const seen = pointed === null ? null : look(pointed.rowKey, pointed.at);
  const active = look(keys.active.rowKey, keys.active.at);

  const onClick = ({ target }: MouseEvent) => {
    const place = target instanceof Element ? placeOf(target) : null;
    const found = place === null ? null : look(place.rowKey, place.at);
    if (found === null) return;
    card.close();
    const { startAt, endAt } = found.cell;
    onOpen({ startAt, endAt, skill: found.skill?.id ?? null });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for the cells inside, which are buttons
    // biome-ignore lint/a11y/useKeyWithClickEvents: so are their keys
    <div
      className="bg-surface max-md:overflow-x-auto"
      {...card.anchorHandlers}
      onClick={onClick}
      onKeyDownCapture={card.onKeyDown}
    >
      <div
        ref={keys.grid}
        role="grid"
        aria-label={words.board.label(desk.name, `${words.pages.coverage}, ${formatRange(week, locale)}`)}
        aria-rowcount={rows.length + 1}
        aria-colcount={days.length + 1}
        data-aged={aged ? "" : undefined}
        className="relative min-w-(--grid-width)"
        style={variables(layout, days, nowShare)}
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
      >
        <div role="rowgroup" className="sticky top-0 z-4 bg-surface">
          <TimeAxis
            week={{ days, zone: week.zone }}
            today={aged ? null : dateAt(now, week.zone)}
            locale={locale}
            words={words}
            height={40}
            dayWidthPx={layout.dayWidthPx}
            specialDays={days.map((day) => specialDays[week.days.indexOf(day)] ?? null)}
            nowShare={nowShare}
            nowText={formatClock(minuteAt(now, week.zone))}
            corner={
              <span className="self-end pb-1 text-small font-normal text-ink-2">
                {words.coveragePage.skills(rows.length - 1)}
              </span>
            }
          />
        </div>
        <div role="rowgroup" className="relative">
          <Backdrop
            week={{ days, zone: week.zone }}
            today={aged ? null : dateAt(now, week.zone)}
            holdsNow={nowShare !== null}
          />
          {rows.map(({ skill }, index) => (
            <HeatRow
              key={rowKeys[index]}
              rowKey={rowKeys[index] ?? ""}
              name={skill?.name ?? null}
              people={holders.get(skill?.id ?? null) ?? 0}
              rowIndex={index + 2}
              days={days}
              cells={cells[index] ?? []}
              zone={week.zone}
              locale={locale}
              dayWidthPx={layout.dayWidthPx}
              activeAt={rowKeys[index] === keys.active.rowKey ? keys.active.at : null}
            />
          ))}
        </div>
      </div>
      <p id="heat-names" className="sr-only">
        {active !== null && namesOf(active, input, locale)}
      </p>
      <HeatCard card={card} seen={seen} telling={telling} />
    </div>
  );
}

const cellsCache = new WeakMap<
  HeatSource,
  { readonly days: readonly Day[]; readonly cells: readonly (readonly HeatCell[])[] }
>();

/** Cells are cut once a row and week, so that an unchanged row gets the very list it had before. */
function cellsOf(source: HeatSource, days: readonly Day[]): readonly (readonly HeatCell[])[] {
  const known = cellsCache.get(source);
  if (known?.days === days) return known.cells;
  const cells = cellsByDay(source, days);
  cellsCache.set(source, { days, cells });
  return cells;
}

function variables(layout: CoverageLayout, days: readonly Day[], nowShare: number | null): CSSProperties {
  const { nameWidthPx, dayWidthPx } = layout;
  return {
    "--name-width": `${nameWidthPx}px`,
    "--grid-width": `${Math.floor(nameWidthPx + dayWidthPx * days.length)}px`,
    "--now-share": nowShare ?? 0,
  } as CSSProperties;
}
