"use client";

import { type ReactNode, useState } from "react";
import { useLocale, useWords } from "#components/filters/use-view.tsx";
import { formatRange } from "#lib/i18n/format.ts";
import type { Desk, Instant, Week } from "#lib/schedule/types.ts";
import { DeskSwitch } from "./desk-switch.tsx";
import { HelpDialog } from "./help-dialog.tsx";
import { Logo } from "./logo.tsx";
import { type PageTab, PageTabs } from "./page-tabs.tsx";
import { PhoneMenu } from "./phone-menu.tsx";
import { TasteSwitches } from "./taste-switches.tsx";
import { useShortcuts } from "./use-shortcuts.ts";
import { WeekNav } from "./week-nav.tsx";
import { WeekTitle } from "./week-title.tsx";
import { ZonePicker } from "./zone-picker.tsx";

interface HeaderProps {
  readonly desks: readonly Desk[];
  readonly desk: Desk;
  /** The week on screen, in the zone on screen. */
  readonly week: Week;
  readonly now: Instant;
  /** How old the data is. */
  readonly freshness: ReactNode;
  readonly tabs: readonly PageTab[];
  /** What this page can do with what it shows, such as an export. */
  readonly actions?: ReactNode;
}

/** Which desk, which week, which zone, how fresh; the other pages; and the viewer's tastes. Expects `#main` below. */
export function Header({ desks, desk, week, now, freshness, tabs, actions }: HeaderProps) {
  const words = useWords();
  const locale = useLocale();
  const [isHelpOpen, setHelpOpen] = useState(false);
  useShortcuts({ "?": () => setHelpOpen(true) });
  const openHelp = () => setHelpOpen(true);
  const holdsNow = week.startAt <= now && now < week.endAt;
  const zone = <ZonePicker desk={desk} zone={week.zone} at={holdsNow ? now : week.startAt} />;
  return (
    <header className="border-b border-line-strong bg-surface print:hidden">
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 rounded-control bg-accent px-3 py-1 text-on-accent not-focus:sr-only"
      >
        {words.actions.skipToBoard}
      </a>
      <div className="flex min-h-header items-center justify-between gap-3 px-4 sm:hidden">
        <span className="flex min-w-0 items-center gap-2">
          <Logo />
          <h1 className="sr-only">{formatRange(week, locale)}</h1>
          <PhoneMenu desks={desks} desk={desk} onHelp={openHelp} />
        </span>
        <span className="flex shrink-0 items-center gap-2">
          {zone}
          {actions}
        </span>
      </div>
      <div className="flex min-h-header flex-wrap items-center gap-x-2 gap-y-2 px-4 py-2 max-sm:contents lg:flex-nowrap lg:py-0">
        <span className="flex min-w-0 items-center gap-2.5 max-lg:order-1 max-sm:hidden">
          <Logo />
          <span className="shrink-0 text-title text-ink lg:max-xl:hidden">{words.product}</span>
          <span aria-hidden="true" className="h-4 w-px shrink-0 rotate-12 bg-line-strong lg:max-xl:hidden" />
          <DeskSwitch desks={desks} desk={desk} look="text" />
        </span>
        <span className="flex min-w-0 items-center gap-3 max-lg:order-3 max-lg:basis-full max-sm:hidden xl:ml-2">
          <WeekNav week={week} now={now} />
          <WeekTitle week={week} now={now} />
          {zone}
        </span>
        <span className="ml-auto flex items-center gap-2 max-lg:order-2 max-sm:contents">
          <span className="max-sm:hidden">{freshness}</span>
          <PageTabs tabs={tabs} />
          <span className="flex items-center gap-2 max-sm:hidden">
            {actions}
            <TasteSwitches onHelp={openHelp} />
          </span>
        </span>
      </div>
      <HelpDialog open={isHelpOpen} onOpenChange={setHelpOpen} />
    </header>
  );
}
