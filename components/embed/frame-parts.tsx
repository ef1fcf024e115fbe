"use client";
import type { ReactNode } from "react";
import { useView, useWords, useWordsWith } from "#components/filters/use-view.tsx";
import { FreshnessLabel } from "#components/shell/freshness.tsx";
import { useSite } from "#components/shell/site.tsx";
import type { DeskReading } from "#components/shell/use-reading.ts";
import { WeekNav } from "#components/shell/week-nav.tsx";
import { WeekTitle } from "#components/shell/week-title.tsx";
import { ZonePicker } from "#components/shell/zone-picker.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { EmbedView } from "#lib/contract/embed-view.ts";
import { EMBED_WORDS } from "#lib/i18n/embed-words.ts";
import type { Desk, Instant, Week } from "#lib/schedule/types.ts";

interface FrameBarProps {
  readonly view: EmbedView;
  readonly desk: Desk;
  readonly week: Week;
  readonly now: Instant;
  readonly children: ReactNode;
}

/** All the controls that a frame has: which week, which zone, and what the view brings. */
export function FrameBar({ view, desk, week, now, children }: FrameBarProps) {
  const words = useWords();
  const holdsNow = week.startAt <= now && now < week.endAt;
  return (
    <div className="flex min-h-header shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line-strong bg-surface px-4 py-2">
      {view === "now" ? (
        <h1 className="text-title">{words.pages.now}</h1>
      ) : (
        <>
          <WeekNav week={week} now={now} />
          <WeekTitle week={week} now={now} />
        </>
      )}
      <ZonePicker desk={desk} zone={week.zone} at={holdsNow ? now : week.startAt} />
      <span className="ml-auto flex items-center gap-3">{children}</span>
    </div>
  );
}

const FULL_PAGE: Readonly<Record<EmbedView, string>> = { board: "/", now: "/now", coverage: "/coverage" };

interface FrameFootProps {
  readonly view: EmbedView;
  readonly desk: DeskReading;
  /** How many are shown. */
  readonly count?: string;
}

/** How old the data is, and the way out of the frame. */
export function FrameFoot({ view, desk, count }: FrameFootProps) {
  const { hrefOf } = useView();
  const { basePath } = useSite();
  const words = useWordsWith(EMBED_WORDS);
  return (
    <footer className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-4 border-t border-line-strong bg-surface px-4">
      <FreshnessLabel {...desk} />
      <span className="ml-auto flex items-center gap-4 text-body text-ink-2">
        {count}
        <a
          href={basePath + hrefOf({}, FULL_PAGE[view])}
          target="_blank"
          rel="noopener"
          className="inline-flex min-h-6 items-center gap-2 font-medium text-accent-ink hover:underline"
        >
          {words.embed.openFull[view]}
          <Icon name="external" />
        </a>
      </span>
    </footer>
  );
}
