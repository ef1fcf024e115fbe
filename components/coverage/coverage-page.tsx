"use client";
import { NeverRead } from "#components/grid/empty-states.tsx";
import { Skeleton } from "#components/grid/skeleton.tsx";
import { useWeek } from "#components/grid/use-board.ts";
import { useNowMinute } from "#components/now/use-clock.ts";
import { PortalFrame } from "#components/shell/portal-frame.tsx";
import { useSite } from "#components/shell/site.tsx";
import { useReading } from "#components/shell/use-reading.ts";
import { CoverageView } from "./coverage-view.tsx";

/** `/coverage`: where the week's cover breaks, skill by skill, and what a day off would do to it. */
export function CoveragePage() {
  const { renderedAt } = useSite();
  const desk = useReading();
  const { reading } = desk;
  const now = useNowMinute(reading?.clock, renderedAt);
  const week = useWeek(now, desk.desk.timeZone);
  return (
    <PortalFrame desk={desk} week={week} now={now}>
      {reading !== undefined ? (
        <CoverageView reading={reading} week={week} now={now} />
      ) : desk.error !== null ? (
        <NeverRead error={desk.error} tryNow={desk.tryNow} isTrying={desk.isTrying} />
      ) : (
        <Skeleton week={week} />
      )}
    </PortalFrame>
  );
}
