"use client";
import type { ReactNode } from "react";
import { UnusableNotice } from "#components/filters/unusable-notice.tsx";
import type { Instant, Week } from "#lib/schedule/types.ts";
import { DataBanners } from "./data-banners.tsx";
import { FreshnessLabel } from "./freshness.tsx";
import { Header } from "./header.tsx";
import { useSite } from "./site.tsx";
import { UnknownDeskNotice } from "./unknown-desk-notice.tsx";
import { usePageTabs } from "./use-page-tabs.ts";
import type { DeskReading } from "./use-reading.ts";
import { useSessionEnd } from "./use-session-end.ts";

interface PortalFrameProps {
  readonly desk: DeskReading;
  readonly week: Week;
  readonly now: Instant;
  /**
   * The page fills the window and scrolls inside, as the board does, so that it prints a sheet of its own; others
   * scroll and print as they are.
   */
  readonly fills?: boolean;
  /** What this page can do with what it shows. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** What every page of the product stands in: header, banners about the data, and the page itself. */
export function PortalFrame({ desk, week, now, fills = false, actions, children }: PortalFrameProps) {
  const { desks } = useSite();
  useSessionEnd(desk);
  return (
    <div
      // On a phone the pages stand along the lower edge, over whatever is there.
      className={`flex flex-col bg-canvas text-ink max-sm:pb-[calc(3.25rem+env(safe-area-inset-bottom))] ${fills ? "h-dvh min-h-100 print:hidden" : "min-h-dvh"}`}
    >
      <Header
        desks={desks}
        desk={desk.desk}
        week={week}
        now={now}
        freshness={<FreshnessLabel {...desk} />}
        tabs={usePageTabs()}
        actions={actions}
      />
      <DataBanners {...desk} />
      <UnusableNotice />
      <UnknownDeskNotice />
      <main id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
        {children}
      </main>
    </div>
  );
}
