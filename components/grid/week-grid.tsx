"use client";
import { type CSSProperties, type ReactNode, type RefObject, useLayoutEffect, useRef } from "react";
import type { SplitSpans } from "#lib/schedule/absence.ts";
import { piecesOfSplit } from "#lib/schedule/leave-pieces.ts";
import type { Agent, Instant, LocalDate, Span, Week } from "#lib/schedule/types.ts";
import { AgentRow } from "./agent-row.tsx";
import { Backdrop } from "./backdrop.tsx";
import type { RowSizes } from "./geometry.ts";
import type { GridItem, GridRows, RestOfRows } from "./grid-items.ts";
import { GroupRow } from "./group-row.tsx";
import type { RowSetting } from "./row-setting.ts";
import { TimeAxis } from "./time-axis.tsx";
import { useActiveCell, useGridKeys } from "./use-grid-keys.ts";
import { useRowWindow } from "./use-row-window.ts";

interface WeekGridProps {
  readonly label: string;
  readonly rows: GridRows;
  readonly setting: RowSetting;
  readonly sizes: RowSizes;
  /** Rows that follow `rows`, whose agents have not arrived: they are counted and have their height. */
  readonly rest: RestOfRows;
  /** Null before the board is measured: the style sheet's own width holds. */
  readonly nameWidthPx: number | null;
  /** The days do not all fit, so that names stay while one looks along them. */
  readonly isWide: boolean;
  /** The spans that touch the week on screen; the same object for the same agent and week. */
  readonly rowSpansOf: (agent: Agent) => SplitSpans;
  readonly now: Instant;
  readonly today: LocalDate | null;
  /** Share of the week at which the present stands; null in another week, or when the data is old. */
  readonly nowShare: number | null;
  readonly nowText: string;
  readonly corner: ReactNode;
  /** Stands under the day heads and stays in view with them. */
  readonly strip?: { readonly height: number; readonly content: ReactNode };
  readonly onOpenAgent: (agentId: string) => void;
  readonly onToggleGroup: (groupKey: string) => void;
}

/** The week as an ARIA grid whose rows are drawn only near the window (product.md, section 9). */
export function WeekGrid(props: WeekGridProps) {
  const { rows, rest, setting, sizes, strip, onOpenAgent, onToggleGroup } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const headHeight = sizes.head + (strip?.height ?? 0);
  const headRows = strip ? 2 : 1;
  const restHeight = rest.heads * sizes.group + rest.agents * sizes.agent;
  const cell = useActiveCell(rows);
  const { places, keyAt } = rows;
  const rowWindow = useRowWindow({ scroller, places, keyAt, headHeight, keep: cell.index });
  const keys = useGridKeys({
    cell,
    scroller,
    rows,
    rowHeightPx: sizes.agent,
    reveal: rowWindow.reveal,
    onOpen: (rowKey) => openRow(rows, rowKey, onOpenAgent, onToggleGroup),
  });

  useStartAtYesterday(scroller, props.nameWidthPx, setting);

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={rows.places.count + rest.heads + rest.agents + headRows}
      aria-colcount={8}
      data-roster-scroller=""
      data-aged={setting.aged ? "" : undefined}
      data-compact={setting.compact ? "" : undefined}
      data-wide={props.isWide ? "" : undefined}
      className="relative min-h-0 flex-1 overflow-auto overscroll-contain bg-surface"
      style={gridStyle(props, headHeight)}
      onKeyDown={keys.onKeyDown}
      onFocus={(event) => keys.onFocus(event.target)}
    >
      <div className="relative min-w-(--grid-width) overflow-x-clip">
        <div role="rowgroup" className="sticky top-0 z-4 bg-surface">
          <TimeAxis
            week={setting.week}
            today={props.today}
            locale={setting.locale}
            words={setting.words}
            specialDays={setting.specialDays}
            height={sizes.head}
            dayWidthPx={setting.dayWidthPx}
            nowShare={props.nowShare}
            nowText={props.nowText}
            corner={props.corner}
          />
          {strip?.content}
        </div>
        <div role="rowgroup" className="relative" style={{ height: rowWindow.totalHeight + restHeight }}>
          <Backdrop week={setting.week} today={props.today} holdsNow={props.nowShare !== null} />
          {rowWindow.rows.map(({ index, top, height }) => {
            const item = rows.at(index);
            const activeColumn =
              item !== undefined && item.key === cell.current?.rowKey ? cell.current.column : null;
            return item === undefined ? null : (
              <GridRow
                key={item.key}
                item={item}
                setting={setting}
                rowSpansOf={props.rowSpansOf}
                now={props.now}
                rowIndex={index + headRows + 1}
                top={top}
                height={height}
                activeColumn={activeColumn}
                onToggleGroup={onToggleGroup}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** Where the days do not all fit, the first in sight is yesterday (design tokens, section 5). */
function useStartAtYesterday(
  scroller: RefObject<HTMLElement | null>,
  nameWidthPx: number | null,
  { todayIndex, dayWidthPx }: RowSetting,
): void {
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || nameWidthPx === null || nameWidthPx + dayWidthPx * 7 <= element.clientWidth + 1)
      return;
    element.scrollLeft = Math.max(0, (todayIndex ?? 0) - 1) * dayWidthPx;
  }, [scroller, nameWidthPx, todayIndex, dayWidthPx]);
}

interface GridRowProps {
  readonly item: GridItem;
  readonly setting: RowSetting;
  readonly rowSpansOf: (agent: Agent) => SplitSpans;
  readonly now: Instant;
  readonly rowIndex: number;
  readonly top: number;
  readonly height: number;
  readonly activeColumn: number | null;
  readonly onToggleGroup: (groupKey: string) => void;
}

function GridRow({ item, setting, rowSpansOf, now, onToggleGroup, activeColumn, ...place }: GridRowProps) {
  if (item.kind === "group") {
    return (
      <GroupRow
        {...place}
        rowKey={item.key}
        label={item.group.label}
        summary={item.group.summary}
        isOpen={item.isOpen}
        onToggle={onToggleGroup}
        groupKey={item.group.id}
        active={activeColumn !== null}
        holdsNow={setting.todayIndex !== null}
      />
    );
  }
  const { agent, exception, onShift } = item.selected;
  const spans = rowSpansOf(agent);
  const { present, absent } = spans;
  const running = onShift ? present.find(({ startAt, endAt }) => startAt <= now && now < endAt) : undefined;
  const isSoon = ({ startAt }: Span) => startAt > now && startAt - now < TAG_MS;
  return (
    <AgentRow
      {...place}
      rowKey={item.key}
      agent={agent}
      pieces={piecesFor(spans, setting.week)}
      runningAt={running?.startAt ?? null}
      exception={exception}
      hasTagRoom={![...present, ...absent].some(isSoon)}
      setting={setting}
      activeColumn={activeColumn}
    />
  );
}

/** As much time as the tag of an agent who is online off shift covers on an ordinary screen. */
const TAG_MS = 10 * 3_600_000;

type Pieces = ReturnType<typeof piecesOfSplit>;
const piecesCache = new WeakMap<SplitSpans, { readonly week: Week; readonly pieces: Pieces }>();

/** Pieces are cut once per agent and week, so that an unchanged row gets the very list it had before. */
function piecesFor(spans: SplitSpans, week: Week): Pieces {
  const known = piecesCache.get(spans);
  if (known?.week === week) return known.pieces;
  const pieces = piecesOfSplit(spans, week);
  piecesCache.set(spans, { week, pieces });
  return pieces;
}

function openRow(
  rows: GridRows,
  rowKey: string,
  onOpenAgent: (agentId: string) => void,
  onToggleGroup: (groupKey: string) => void,
): void {
  const item = rows.at(rows.indexOf(rowKey));
  if (item?.kind === "agent") onOpenAgent(item.selected.agent.id);
  if (item?.kind === "group") onToggleGroup(item.group.id);
}

function gridStyle(
  { nameWidthPx, setting, nowShare, sizes }: WeekGridProps,
  headHeight: number,
): CSSProperties {
  const trackPx = setting.dayWidthPx * 7;
  const columns: Readonly<Record<string, string>> =
    nameWidthPx === null
      ? {}
      : {
          "--name-width": `${nameWidthPx}px`,
          "--grid-width": `${nameWidthPx + Math.floor(trackPx)}px`,
        };
  return {
    ...columns,
    "--now-share": nowShare ?? 0,
    "--bar-height": sizes.agent < 40 ? "14px" : "22px",
    // A cell that takes the focus is never left under the sticky head or the sticky names.
    scrollPadding: `${headHeight}px 0 0 ${nameWidthPx ?? 0}px`,
  } as CSSProperties;
}
