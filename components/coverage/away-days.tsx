"use client";
import { useState } from "react";
import { useLocale, useView, useWordsWith } from "#components/filters/use-view.tsx";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/class-names.ts";
import { Icon } from "#components/ui/icon.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { Select } from "#components/ui/select.tsx";
import { COVERAGE_WORDS } from "#lib/i18n/coverage-words.ts";
import { formatDay } from "#lib/i18n/format.ts";
import type { AwayEntry } from "#lib/schedule/away.ts";
import type { LocalDate, Week } from "#lib/schedule/types.ts";
import { type AwayDays, commonDays, setAwayDays } from "./away-choice.ts";

/** Says days in words: `Whole week`, `Thu 19 Nov`, `Thu 19 Nov – Fri 20 Nov`. */
export function useTellDays(): (days: AwayDays) => string {
  const words = useWordsWith(COVERAGE_WORDS);
  const locale = useLocale();
  return (days) => {
    if (days === null) return words.coveragePage.wholeWeek;
    const from = formatDay(days.from, locale);
    return days.from === days.to ? from : `${from} – ${formatDay(days.to, locale)}`;
  };
}

interface AwayDaysPickerProps {
  readonly away: readonly AwayEntry[];
  readonly week: Week;
}

/** On which days those of the bar are away: the whole week on screen, or from one day to another. */
export function AwayDaysPicker({ away, week }: AwayDaysPickerProps) {
  const { setView } = useView();
  const { coveragePage } = useWordsWith(COVERAGE_WORDS);
  const locale = useLocale();
  const tellDays = useTellDays();
  const [isOpen, setOpen] = useState(false);
  const days = commonDays(away);
  const [first, , , , , , last] = week.days;
  const { from, to } = days ?? { from: first.date, to: last.date };
  // Days of another week stay choices, so that the boxes show what holds.
  const dates = [...new Set([...week.days.map(({ date }) => date), from, to])].sort();
  const choices = dates.map((date) => ({ value: date, label: formatDay(date, locale) }));
  const set = (next: AwayDays) => setView({ away: setAwayDays(away, next) });
  const setFrom = (date: LocalDate) => set({ from: date, to: date > to ? date : to });
  const setTo = (date: LocalDate) => set({ from: date < from ? date : from, to: date });
  const said = days === undefined ? coveragePage.daysDiffer : tellDays(days);
  return (
    <Popover
      trigger={
        <>
          {said}
          <Icon name="down" className="text-ink-3" />
        </>
      }
      triggerClass={buttonClass("outline")}
      triggerLabel={`${coveragePage.days}: ${said}`}
      title={coveragePage.days}
      open={isOpen}
      onOpenChange={setOpen}
    >
      <div className="flex flex-col items-start gap-3">
        <div className="flex flex-wrap items-center gap-2 text-body">
          <Select label={coveragePage.firstDay} value={from} choices={choices} onChange={setFrom} />
          –
          <Select label={coveragePage.lastDay} value={to} choices={choices} onChange={setTo} />
        </div>
        <Button onClick={() => set(null)} aria-pressed={days === null}>
          {coveragePage.wholeWeek}
        </Button>
      </div>
    </Popover>
  );
}
