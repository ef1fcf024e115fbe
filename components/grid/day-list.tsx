"use client";
import { type ReactNode, useMemo, useRef } from "react";
import { useView } from "#components/filters/use-view.tsx";
import type { Reading } from "#lib/client/fetch-roster.ts";
import { formatDay } from "#lib/i18n/format.ts";
import type { SplitSpans } from "#lib/schedule/absence.ts";
import { piecesOfSplit } from "#lib/schedule/leave-pieces.ts";
import { lookAt, type RosterAgentView } from "#lib/schedule/select.ts";
import type { Agent, Instant } from "#lib/schedule/types.ts";
import { listDay } from "./day-items.ts";
import { DayListRow } from "./day-list-row.tsx";
import { DayTabs, dayOnScreen } from "./day-tabs.tsx";
import type { NamedGroup } from "./grid-items.ts";
import { NowCard } from "./now-card.tsx";
import { placeRows } from "./row-places.ts";
import type { RowSetting } from "./row-setting.ts";
import { saySpecialDay } from "./special-day-tag.tsx";
import { useRowWindow } from "./use-row-window.ts";
import { useOffsetTop } from "./use-width.ts";

interface DayListProps {
  readonly setting: RowSetting;
  readonly reading: Reading;
  readonly groups: readonly NamedGroup[];
  readonly prepared: readonly RosterAgentView[];
  readonly rowSpansOf: (agent: Agent) => SplitSpans;
  readonly now: Instant;
  /** Stand between "now" and the list, and scroll with both. */
  readonly filters: ReactNode;
}

const HEIGHTS = { head: 40, agent: 60 } as const;

/** The phone's board: one day at a time, "now" on top, those who need attention first. */
export function DayList({ setting, reading, groups, prepared, rowSpansOf, now, filters }: DayListProps) {
  const { view } = useView();
  const { week, words } = setting;
  const scroller = useRef<HTMLDivElement>(null);
  const [measure, offsetTop] = useOffsetTop();
  const day = dayOnScreen(week, view.week, now);
  const dayIndex = week.days.indexOf(day);
  const special = setting.specialDays[dayIndex] ?? null;
  const isToday = !setting.aged && day.startAt <= now && now < day.endAt;
  const items = useMemo(() => listDay(groups, isToday, words), [groups, isToday, words]);
  const seen = useMemo(() => prepared.map((one) => lookAt(one, now)), [prepared, now]);
  const places = useMemo(
    () => placeRows(items.map(({ kind }) => ({ count: 1, height: HEIGHTS[kind] }))),
    [items],
  );
  const rowWindow = useRowWindow({
    scroller,
    places,
    keyAt: (index) => items[index]?.key,
    headHeight: 0,
    keep: null,
    offsetTop,
  });
  return (
    <>
      <DayTabs week={week} day={day} now={now} locale={setting.locale} words={words} />
      <div
        ref={scroller}
        data-roster-scroller=""
        data-aged={setting.aged ? "" : undefined}
        className="relative min-h-0 flex-1 overflow-y-auto bg-canvas"
      >
        <div>
          {special !== null && (
            <p className="px-4 pt-2 text-small text-ink-2">
              {formatDay(day.date, setting.locale)} · {saySpecialDay(special, words, setting.locale)}
            </p>
          )}
          {isToday && <NowCard clock={reading.clock} seen={seen} now={now} setting={setting} />}
          {filters}
        </div>
        <div
          ref={measure}
          role="list"
          aria-label={words.pages.board}
          className="relative bg-surface"
          style={{ height: rowWindow.totalHeight }}
        >
          {rowWindow.rows.map(({ index, top, height }) => {
            const item = items[index];
            if (item === undefined) return null;
            const spans = item.kind === "agent" ? rowSpansOf(item.selected.agent) : null;
            return (
              <DayListRow
                key={item.key}
                item={item}
                position={index + 1}
                count={items.length}
                top={top}
                height={height}
                day={day}
                pieces={(spans && piecesOfSplit(spans, week)[dayIndex]) ?? []}
                isToday={isToday}
                now={now}
                setting={setting}
              />
            );
          })}
        </div>
      </div>
    </>
  );
}
