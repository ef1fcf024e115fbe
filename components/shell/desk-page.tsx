"use client";
import type { ReactNode } from "react";
import { NeverRead } from "#components/grid/empty-states.tsx";
import { Skeleton } from "#components/grid/skeleton.tsx";
import { useWeek } from "#components/grid/use-board.ts";
import { useNowMinute } from "#components/now/use-clock.ts";
import type { Reading } from "#lib/client/fetch-roster.ts";
import type { Instant, Week } from "#lib/schedule/types.ts";
import { PortalFrame } from "./portal-frame.tsx";
import { useSite } from "./site.tsx";
import { useReading } from "./use-reading.ts";

/** What a page about a desk is drawn from. */
export interface DeskPageContent {
  readonly reading: Reading;
  /** The one that the address names, in the viewer's zone. */
  readonly week: Week;
  readonly now: Instant;
}

interface DeskPageProps {
  /** What comes stands under the days of the week. */
  readonly showsDays?: boolean;
  readonly children: (content: DeskPageContent) => ReactNode;
}

/** A page about the desk on screen in the portal's frame, and what stands there until the desk has been read. */
export function DeskPage({ showsDays = false, children }: DeskPageProps) {
  const { renderedAt } = useSite();
  const desk = useReading();
  const { reading } = desk;
  const now = useNowMinute(reading?.clock, renderedAt);
  const week = useWeek(now, desk.desk.timeZone);
  return (
    <PortalFrame desk={desk} week={week} now={now}>
      {reading !== undefined ? (
        children({ reading, week, now })
      ) : desk.error !== null ? (
        <NeverRead error={desk.error} tryNow={desk.tryNow} isTrying={desk.isTrying} />
      ) : (
        <Skeleton week={showsDays ? week : null} />
      )}
    </PortalFrame>
  );
}
