"use client";
import { NeverRead } from "#components/grid/empty-states.tsx";
import { Skeleton } from "#components/grid/skeleton.tsx";
import { useWeek } from "#components/grid/use-board.ts";
import { PortalFrame } from "#components/shell/portal-frame.tsx";
import { useSite } from "#components/shell/site.tsx";
import { useReading } from "#components/shell/use-reading.ts";
import { NowBoard } from "./now-board.tsx";
import { useNowMinute } from "./use-clock.ts";

/** `/now`: who should be here and is not, what holds each skill, and what changes next. */
export function NowPage() {
  const { renderedAt } = useSite();
  const desk = useReading();
  const { reading } = desk;
  const now = useNowMinute(reading?.clock, renderedAt);
  const week = useWeek(now, desk.desk.timeZone);
  return (
    <PortalFrame desk={desk} week={week} now={now}>
      {reading !== undefined ? (
        <NowBoard reading={reading} zone={week.zone} now={now} />
      ) : desk.error !== null ? (
        <NeverRead error={desk.error} tryNow={desk.tryNow} isTrying={desk.isTrying} />
      ) : (
        <Skeleton week={null} />
      )}
    </PortalFrame>
  );
}
