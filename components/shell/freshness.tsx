"use client";
import { useLocale, useWords } from "#components/filters/use-view.tsx";
import { useTicks } from "#components/now/use-clock.ts";
import { Icon } from "#components/ui/icon.tsx";
import { ageMs, isOverdue, markNow } from "#lib/client/clock.ts";
import type { Reading } from "#lib/client/fetch-roster.ts";
import { formatAge } from "#lib/i18n/format.ts";
import type { DeskReading } from "./use-reading.ts";

/** Seconds matter while they are few; the text changes no more often than it must. */
const TICK_MS = 1_000;

/** As wide as all that it says of a day, so that its neighbours stay where they are; where room is short, as most. */
const WIDTH = { zh: "min-w-20 xl:min-w-22", en: "min-w-20 xl:min-w-32" } as const;

/** The age of the data, always in sight; pressing it asks for a new round. */
export function FreshnessLabel({ reading, tryNow, isTrying }: DeskReading) {
  const words = useWords();
  const locale = useLocale();
  const mark = useTicks(TICK_MS);
  // Until the clock ticks here, what the server says: how old the data was when the page was written.
  const age = reading && formatAge(ageMs(reading.clock, mark ?? reading.clock.received), locale);
  return (
    <button
      type="button"
      onClick={tryNow}
      aria-busy={isTrying}
      title={words.actions.retry}
      className="flex h-control items-center gap-2 rounded-control px-1.5 text-body whitespace-nowrap text-ink-2 hover:bg-sunken"
    >
      <Icon name="refresh" className={isTrying ? "animate-skeleton" : ""} />
      <span className={`text-left ${WIDTH[locale]}`}>{age ?? words.states.loading}</span>
      <span className="sr-only">{words.actions.retry}</span>
    </button>
  );
}

/**
 * Whether what is shown is no longer the present: the server says so, or nothing has been heard of it for
 * two rounds. Looked at again every few seconds.
 */
export function useAged(reading: Reading | undefined): boolean {
  const mark = useTicks(5_000);
  if (reading === undefined) return false;
  return reading.roster.freshness === "stale" || isOverdue(reading.clock, mark ?? markNow());
}
