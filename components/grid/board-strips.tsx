"use client";
import { useCallback } from "react";
import { CoverageStrip } from "#components/coverage/coverage-strip.tsx";
import { type CountCell, nobodyMs } from "#components/coverage/strip-cells.ts";
import { useStrip } from "#components/coverage/use-strip.ts";
import { countFilters } from "#components/filters/filter-state.ts";
import { ExceptionsStrip } from "#components/now/exceptions-strip.tsx";
import { useAged } from "#components/shell/freshness.tsx";
import type { Reading } from "#lib/client/fetch-roster.ts";
import { formatDay, formatDuration } from "#lib/i18n/format.ts";
import type { Day, Instant, Week } from "#lib/schedule/types.ts";
import type { BoardLayout } from "./layout.ts";
import type { useBoard } from "./use-board.ts";

interface BoardExceptionsProps {
  readonly reading: Reading;
  readonly week: Week;
  readonly now: Instant;
  readonly board: ReturnType<typeof useBoard>;
}

/** Nothing is said of the present where the data no longer is. */
export function BoardExceptions({ reading, week, now, board }: BoardExceptionsProps) {
  const { words, locale, prepared } = board;
  if (useAged(reading)) return null;
  const telling = { now, zone: week.zone, locale, words };
  return <ExceptionsStrip prepared={prepared} skills={reading.roster.skills} telling={telling} />;
}

interface StripInput {
  readonly reading: Reading;
  readonly week: Week;
  readonly board: ReturnType<typeof useBoard>;
  readonly layout: BoardLayout;
  readonly holdsNow: boolean;
}

/** The coverage strip for what the filters show, with its height for the grid's sticky head. */
export function useBoardStrip({ reading, week, board, layout, holdsNow }: StripInput) {
  const { words, locale, view, skills, selection } = board;
  const spans = useStrip(reading, week, selection);
  const sayDay = useCallback(
    (day: Day, cells: readonly CountCell[]) => {
      const lowest = Math.min(...cells.map((cell) => cell.lowest));
      const highest = Math.max(...cells.map((cell) => cell.highest));
      const ms = nobodyMs(cells);
      const nobody = ms === 0 ? null : formatDuration(ms, locale);
      return words.board.dayCoverage(formatDay(day.date, locale), lowest, highest, nobody);
    },
    [words, locale],
  );
  const onShift = selection.groups.flatMap(({ agents }) => agents).filter((one) => one.onShift);
  const nowCount = new Set(onShift.map(({ agent }) => agent)).size;
  const [skill] = view.skill;
  const isSkillAlone = countFilters(view) === 1 && view.skill.length === 1;
  const height = layout.compact ? 22 : 38;
  const content = (
    <CoverageStrip
      week={week}
      spans={spans}
      dayWidthPx={layout.dayWidthPx}
      label={
        isSkillAlone && skill !== undefined
          ? words.board.onShiftOf(skills.get(skill)?.name ?? skill)
          : words.board.onShift
      }
      nowLabel={holdsNow ? words.board.nowCount(nowCount) : null}
      height={height}
      sayDay={sayDay}
    />
  );
  return { height, content };
}
