"use client";
import { useNowMinute } from "#components/now/use-clock.ts";
import { ExportMenu } from "#components/shell/export-menu.tsx";
import { PortalFrame } from "#components/shell/portal-frame.tsx";
import { useSite } from "#components/shell/site.tsx";
import { useReading } from "#components/shell/use-reading.ts";
import type { FirstRows } from "#lib/contract/first-rows.ts";
import { Board } from "./board.tsx";
import { NeverRead } from "./empty-states.tsx";
import { PrintSheet } from "./print-sheet.tsx";
import { BoardSkeleton } from "./skeleton.tsx";
import { useWeek } from "./use-board.ts";

/** `/`: the week of every agent of one desk. */
export function BoardPage({ first }: { readonly first: FirstRows | null }) {
  const { renderedAt } = useSite();
  const desk = useReading(first);
  const { reading } = desk;
  const whole = reading?.outline === undefined ? reading : undefined;
  const now = useNowMinute(reading?.clock, renderedAt);
  const week = useWeek(now, desk.desk.timeZone);
  return (
    <>
      <PortalFrame
        desk={desk}
        week={week}
        now={now}
        fills
        actions={<ExportMenu reading={whole} week={week} now={now} />}
      >
        {reading !== undefined ? (
          <Board reading={reading} week={week} now={now} />
        ) : desk.error !== null ? (
          <NeverRead error={desk.error} tryNow={desk.tryNow} isTrying={desk.isTrying} />
        ) : (
          <BoardSkeleton week={week} />
        )}
      </PortalFrame>
      {whole && <PrintSheet reading={whole} week={week} now={now} />}
    </>
  );
}
