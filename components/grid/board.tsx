"use client";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { useOpenAgent } from "#components/agent/use-open-agent.ts";
import { usePlan } from "#components/coverage/use-plan.ts";
import { FilterBar } from "#components/filters/filter-bar.tsx";
import { UnknownFilterNotice } from "#components/filters/unknown-notice.tsx";
import { useView } from "#components/filters/use-view.tsx";
import { useAged } from "#components/shell/freshness.tsx";
import type { Reading } from "#lib/client/fetch-roster.ts";
import { formatClock, formatRange } from "#lib/i18n/format.ts";
import type { Instant, Week } from "#lib/schedule/types.ts";
import { dayIndexAt } from "#lib/schedule/week.ts";
import { dateAt, minuteAt } from "#lib/schedule/zone.ts";
import { BoardCard } from "./board-card.tsx";
import { BoardExceptions, boardStrip } from "./board-strips.tsx";
import { DayList } from "./day-list.tsx";
import { EmptyDesk, NoMatch } from "./empty-states.tsx";
import { shareOfWeek } from "./geometry.ts";
import { countRest, listRows } from "./grid-items.ts";
import { ASSUMED_WIDTH_PX, layoutFor } from "./layout.ts";
import { Legend } from "./legend.tsx";
import type { RowSetting } from "./row-setting.ts";
import { Skeleton } from "./skeleton.tsx";
import { SortCorner } from "./sort-corner.tsx";
import { useBoard, useExpander, useRowSpansOf, useSpecialDays } from "./use-board.ts";
import { usePaintedMark } from "./use-painted-mark.ts";
import { useWidth } from "./use-width.ts";
import { WeekGrid } from "./week-grid.tsx";

interface BoardProps {
  readonly reading: Reading;
  readonly week: Week;
  readonly now: Instant;
  /** In a portal's frame, which has controls of its own: no filter bar, and this in place of the legend. */
  readonly frameFoot?: (shown: number, total: number) => ReactNode;
}

/** The board under its filters: the week as a grid, or on a phone a list by day. */
export function Board({ reading, week, now, frameFoot }: BoardProps) {
  const board = useBoard(reading, now);
  const { words, view, selection, skills } = board;
  const { roster } = reading;
  const [measure, widthPx] = useWidth();
  const isMeasured = widthPx !== null;
  const filters = frameFoot === undefined && (
    <FilterBar
      counts={board.counts}
      skills={roster.skills}
      departments={board.departments}
      onShift={board.onShift}
      shown={selection.shown}
      total={board.total}
    />
  );
  // On a phone "now" comes first and the filters scroll with the list.
  const hasLeave = (usePlan()?.leave.length ?? 0) > 0;
  const isList = isMeasured && layoutFor(widthPx, "cosy").kind === "list";
  return (
    <>
      <BoardExceptions reading={reading} week={week} now={now} board={board} isList={isList} />
      {!isList && <div className={isMeasured ? "contents" : "contents max-sm:hidden"}>{filters}</div>}
      <UnknownFilterNotice roster={board.known} />
      <div ref={measure} className={`flex min-h-0 flex-1 flex-col ${isMeasured ? "" : "board-unmeasured"}`}>
        {!isMeasured && <Skeleton week={week} className="md:hidden" />}
        {!board.hasRows || (isList && !board.isWhole) ? (
          <Skeleton week={week} />
        ) : board.total === 0 ? (
          <EmptyDesk words={words} />
        ) : selection.shown === 0 ? (
          <>
            {isList && filters}
            <NoMatch words={words} view={view} skills={skills} hidden={board.total} />
          </>
        ) : (
          // Below 768 px the server does not know which of the narrow layouts it is.
          <div className={isMeasured ? "contents" : "flex min-h-0 flex-1 flex-col max-md:hidden"}>
            <BoardRows
              reading={reading}
              week={week}
              now={now}
              board={board}
              widthPx={widthPx}
              filters={filters}
            />
          </div>
        )}
      </div>
      {frameFoot === undefined ? (
        <Legend words={words} locale={board.locale} week={week} hasLeave={hasLeave} />
      ) : (
        frameFoot(selection.shown, board.total)
      )}
    </>
  );
}

interface BoardRowsProps extends Omit<BoardProps, "frameFoot"> {
  readonly board: ReturnType<typeof useBoard>;
  /** Null: not known yet. */
  readonly widthPx: number | null;
  /** For the phone's list, which places them itself. */
  readonly filters: ReactNode;
}

function BoardRows({ reading, week, now, board, widthPx, filters }: BoardRowsProps) {
  const { roster } = reading;
  const { words, locale, view, groups, selection, skills } = board;
  const { resolved } = useView();
  const openAgent = useOpenAgent();
  const aged = useAged(reading);
  const layout = layoutFor(widthPx ?? ASSUMED_WIDTH_PX, resolved.density);
  const [folded, toggleGroup] = useFolded();
  const expand = useExpander(week, roster.desk.timeZone);
  const rowSpansOf = useRowSpansOf(expand);
  const specialDays = useSpecialDays(week, roster.desk.timeZone);
  const heads = view.group !== "none";
  const { sizes } = layout;
  const rows = useMemo(() => listRows(groups, folded, heads, sizes), [groups, folded, heads, sizes]);
  const rest = useMemo(() => countRest(groups, folded, heads), [groups, folded, heads]);
  const nowShare = aged ? null : shareOfWeek(now, week);
  const todayIndex = nowShare === null ? null : dayIndexAt(week, now);
  const { dayWidthPx, badges, compact } = layout;
  const setting: RowSetting = useMemo(
    () => ({
      week,
      locale,
      words,
      skills,
      pickedSkills: view.skill,
      dayWidthPx,
      badges,
      compact,
      aged,
      todayIndex,
      specialDays,
    }),
    [week, locale, words, skills, view.skill, dayWidthPx, badges, compact, aged, todayIndex, specialDays],
  );
  const strip = boardStrip({ reading, week, expand, board, layout, holdsNow: nowShare !== null });
  usePaintedMark(board.isWhole);

  const shared = { setting, rowSpansOf, now };
  if (layout.kind === "list") {
    return (
      <DayList {...shared} reading={reading} groups={groups} prepared={board.prepared} filters={filters} />
    );
  }
  return (
    <BoardCard
      setting={setting}
      now={now}
      prepared={board.prepared}
      fetchedAt={reading.clock.fetchedAt}
      onOpenAgent={openAgent}
    >
      <SortCorner widthPx={widthPx === null ? null : layout.nameWidthPx} heightPx={layout.sizes.head}>
        <WeekGrid
          {...shared}
          onOpenAgent={openAgent}
          label={words.board.label(roster.desk.name, formatRange(week, locale))}
          rows={rows}
          sizes={sizes}
          rest={rest}
          nameWidthPx={widthPx === null ? null : layout.nameWidthPx}
          isWide={layout.isWide}
          today={aged ? null : dateAt(now, week.zone)}
          nowShare={nowShare}
          nowText={formatClock(minuteAt(now, week.zone))}
          corner={<span className="text-small font-normal">{words.board.agents(selection.shown)}</span>}
          strip={strip}
          onToggleGroup={toggleGroup}
        />
      </SortCorner>
    </BoardCard>
  );
}

/** Groups that are folded away. Not in the address: it is how one reads, not what is shown. */
function useFolded(): readonly [ReadonlySet<string>, (groupId: string) => void] {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback((groupId: string) => {
    setFolded((before) => {
      const after = new Set(before);
      if (!after.delete(groupId)) after.add(groupId);
      return after;
    });
  }, []);
  return [folded, toggle];
}
