"use client";
import { useCallback, useMemo } from "react";
import { CoverageStrip } from "#components/coverage/coverage-strip.tsx";
import { type CountCell, nobodyMs } from "#components/coverage/strip-cells.ts";
import { useStrip } from "#components/coverage/use-strip.ts";
import { countFilters } from "#components/filters/filter-state.ts";
import { ExceptionsStrip } from "#components/now/exceptions-strip.tsx";
import { tellCliffTitle } from "#components/shell/cliff-title.ts";
import { useAged } from "#components/shell/freshness.tsx";
import { PageTitle } from "#components/shell/page-title.tsx";
import { useAfterPaint } from "#components/ui/after-paint.ts";
import type { Reading } from "#lib/client/fetch-roster.ts";
import { formatDay, formatDuration } from "#lib/i18n/format.ts";
import { nextCliff } from "#lib/schedule/cliff.ts";
import type { Expander } from "#lib/schedule/expand.ts";
import type { RosterAgentView } from "#lib/schedule/select.ts";
import { asInstant, type Day, type Instant, type Week } from "#lib/schedule/types.ts";
import type { BoardLayout } from "./layout.ts";
import type { useBoard } from "./use-board.ts";

type BoardModel = ReturnType<typeof useBoard>;

interface BoardExceptionsProps {
  readonly reading: Reading;
  readonly week: Week;
  readonly now: Instant;
  readonly board: BoardModel;
  /** A phone's list tells of the present by itself. */
  readonly isList: boolean;
}

const DAY_MS = 86_400_000;

const NOBODY_YET: readonly RosterAgentView[] = [];

/** Everybody's next days, one after the other. */
function* layOut(agents: readonly RosterAgentView[]) {
  for (const agent of agents) yield agent.spans;
}

/**
 * Who should be here and is not, and the next drop, which the tab's title says too. Nothing is said of the present
 * where the data no longer is. The rows come first, this a moment later.
 */
export function BoardExceptions({ reading, week, now, board, isList }: BoardExceptionsProps) {
  const { words, locale } = board;
  const { desk, skills } = reading.roster;
  const prepared = useAfterPaint(board.isWhole ? board.prepared : NOBODY_YET, NOBODY_YET, layOut);
  const cliff = useMemo(
    () => nextCliff(prepared, skills, now, asInstant(now + DAY_MS)),
    [prepared, skills, now],
  );
  const telling = { now, zone: week.zone, locale, words };
  const aged = useAged(reading);
  return (
    <>
      <PageTitle about={desk.name} lead={aged ? null : tellCliffTitle(cliff, telling)} />
      {!aged && !isList && (
        <ExceptionsStrip prepared={prepared} roster={reading.roster} cliff={cliff} telling={telling} />
      )}
    </>
  );
}

interface BoardStripProps {
  readonly reading: Reading;
  readonly week: Week;
  /** Of the desk's zone, for this week. */
  readonly expand: Expander;
  readonly board: BoardModel;
  readonly layout: BoardLayout;
  readonly holdsNow: boolean;
}

/** Heights in px of the coverage strip; the compact one has no room for the steps. */
const STRIP_HEIGHTS = { cosy: 38, compact: 22 } as const;

/** The coverage strip for what the filters show, with its height for the grid's sticky head. */
export function boardStrip(props: BoardStripProps) {
  const height = STRIP_HEIGHTS[props.layout.compact ? "compact" : "cosy"];
  return { height, content: <BoardStrip {...props} height={height} /> };
}

function BoardStrip({
  reading,
  week,
  expand,
  board,
  layout,
  holdsNow,
  height,
}: BoardStripProps & { readonly height: number }) {
  const { words, locale, view, skills, selection } = board;
  const spans = useStrip({ roster: reading.roster, week, expand }, board.isWhole ? selection.groups : null);
  const sayDay = useCallback(
    (day: Day, cells: readonly CountCell[]) => {
      const date = formatDay(day.date, locale);
      if (cells.length === 0) return date;
      const lowest = Math.min(...cells.map((cell) => cell.lowest));
      const highest = Math.max(...cells.map((cell) => cell.highest));
      const ms = nobodyMs(cells);
      return words.board.dayCoverage(date, lowest, highest, ms === 0 ? null : formatDuration(ms, locale));
    },
    [words, locale],
  );
  const skill = countFilters(view) === 1 ? view.skill[0] : undefined;
  const isOneSkill = skill !== undefined && view.skill.length === 1;
  return (
    <CoverageStrip
      week={week}
      spans={spans}
      dayWidthPx={layout.dayWidthPx}
      label={isOneSkill ? words.board.onShiftOf(skills.get(skill)?.name ?? skill) : words.board.onShift}
      nowLabel={holdsNow ? words.board.nowCount(board.shownOnShift) : null}
      height={height}
      sayDay={sayDay}
    />
  );
}
