"use client";
import { useLocale, useWords } from "#components/filters/use-view.tsx";
import { EmptyDesk } from "#components/grid/empty-states.tsx";
import { tellCliffTitle } from "#components/shell/cliff-title.ts";
import { useAged } from "#components/shell/freshness.tsx";
import { PageTitle } from "#components/shell/page-title.tsx";
import type { Reading } from "#lib/client/fetch-roster.ts";
import { formatClock } from "#lib/i18n/format.ts";
import type { Instant } from "#lib/schedule/types.ts";
import { minuteAt } from "#lib/schedule/zone.ts";
import { AllDesks } from "./all-desks.tsx";
import { AttentionPanel } from "./attention-panel.tsx";
import { Counters } from "./counters.tsx";
import { NextChanges } from "./next-changes.tsx";
import { SkillsPanel } from "./skills-panel.tsx";
import { useDeskNow } from "./use-desk-now.ts";

interface NowBoardProps {
  readonly reading: Reading;
  readonly zone: string;
  readonly now: Instant;
}

/** The present of one desk, in panels. */
export function NowBoard({ reading, zone, now }: NowBoardProps) {
  const words = useWords();
  const locale = useLocale();
  const aged = useAged(reading);
  const desk = useDeskNow(reading, now, zone);
  const { roster } = reading;
  const telling = { now, zone, locale, words };
  if (roster.agents.length === 0) return <EmptyDesk words={words} />;
  const shared = { desk, roster, telling, aged };
  return (
    <div data-aged={aged ? "" : undefined} className="grid gap-4 p-4 max-sm:pb-20 data-aged:grayscale">
      <PageTitle about={words.pages.now} lead={aged ? null : tellCliffTitle(desk.cliff, telling)} />
      {aged && (
        <p className="rounded-item bg-away-soft px-4 py-2 text-body font-semibold text-away-ink">
          {words.nowPage.aged(formatClock(minuteAt(reading.clock.fetchedAt, zone)))}
        </p>
      )}
      <Counters {...shared} />
      <div className="grid items-start gap-4 md:grid-cols-[20rem_1fr] md:grid-rows-[auto_1fr] xl:grid-cols-[22rem_1fr_21rem] xl:grid-rows-1">
        <AttentionPanel {...shared} />
        <SkillsPanel {...shared} />
        <NextChanges {...shared} />
      </div>
      <AllDesks now={now} zone={zone} />
    </div>
  );
}
