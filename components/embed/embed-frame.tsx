"use client";
import { type MouseEvent, type ReactNode, useState } from "react";
import { OpenAgentContext } from "#components/agent/use-open-agent.ts";
import { NeverRead } from "#components/grid/empty-states.tsx";
import { Skeleton } from "#components/grid/skeleton.tsx";
import { useWeek } from "#components/grid/use-board.ts";
import { useNowMinute } from "#components/now/use-clock.ts";
import { DataBanners } from "#components/shell/data-banners.tsx";
import { useSite } from "#components/shell/site.tsx";
import { type DeskReading, useReading } from "#components/shell/use-reading.ts";
import type { Reading } from "#lib/client/fetch-roster.ts";
import type { EmbedView } from "#lib/contract/embed-view.ts";
import type { Instant, Week } from "#lib/schedule/types.ts";
import { AgentDialog } from "./agent-dialog.tsx";
import { readFrameLink } from "./frame-link.ts";
import { FrameBar } from "./frame-parts.tsx";

/** What a view has to draw with. */
export interface FrameContent {
  readonly desk: DeskReading;
  readonly reading: Reading;
  readonly week: Week;
  readonly now: Instant;
}

interface EmbedFrameProps {
  readonly view: EmbedView;
  /** Controls of this view, beside those of the week. */
  readonly controls?: (reading: Reading) => ReactNode;
  readonly children: (content: FrameContent) => ReactNode;
}

/** What every view in a frame stands in: its bar, what must be said about the data, and agents in a panel. */
export function EmbedFrame({ view, controls, children }: EmbedFrameProps) {
  const { renderedAt, basePath } = useSite();
  const desk = useReading();
  const { reading } = desk;
  const now = useNowMinute(reading?.clock, renderedAt);
  const week = useWeek(now, desk.desk.timeZone);
  const [agentId, setAgentId] = useState<string | null>(null);
  return (
    <OpenAgentContext value={setAgentId}>
      <div
        className="flex min-h-0 flex-1 flex-col"
        onClickCapture={(event) => keepInFrame(event, basePath, setAgentId)}
      >
        <FrameBar view={view} desk={desk.desk} week={week} now={now}>
          {reading !== undefined && controls?.(reading)}
        </FrameBar>
        <DataBanners {...desk} />
        {reading !== undefined ? (
          children({ desk, reading, week, now })
        ) : desk.error !== null ? (
          <NeverRead error={desk.error} tryNow={desk.tryNow} isTrying={desk.isTrying} />
        ) : (
          <Skeleton week={view === "now" ? null : week} />
        )}
      </div>
      {reading !== undefined && (
        <AgentDialog
          agentId={agentId}
          onClose={() => setAgentId(null)}
          reading={reading}
          zone={week.zone}
          now={now}
        />
      )}
    </OpenAgentContext>
  );
}

/** The views are the product's own, whose links lead to pages that may not be framed. */
function keepInFrame(event: MouseEvent, basePath: string, openAgent: (agentId: string) => void): void {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link === null || link.href === "" || link.target !== "") return;
  const to = readFrameLink(link.href, { url: window.location.href, basePath });
  if (to.kind === "here") return;
  event.preventDefault();
  if (to.kind === "agent") openAgent(to.agentId);
  else window.open(to.href, "_blank", "noopener");
}
