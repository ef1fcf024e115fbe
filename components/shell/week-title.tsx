"use client";

import { type FormEvent, useState } from "react";
import { useLocale, useView, useWords } from "#components/filters/use-view.tsx";
import { Button } from "#components/ui/button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { formatRange, formatWeekNumber } from "#lib/i18n/format.ts";
import type { Instant, Week } from "#lib/schedule/types.ts";
import { readLocalDate } from "#lib/schedule/week.ts";
import { weekAddress } from "./week-address.ts";

interface WeekTitleProps {
  readonly week: Week;
  readonly now: Instant;
}

/** The days on screen. Pressed, it asks for any day and goes to its week. */
export function WeekTitle({ week, now }: WeekTitleProps) {
  const { setView } = useView();
  const { nav } = useWords();
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const range = formatRange(week, locale);
  const jump = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const date = readLocalDate(String(new FormData(event.currentTarget).get("date")));
    if (date === undefined) return;
    setView({ week: weekAddress(date, week, now) });
    setOpen(false);
  };
  return (
    <h1 className="flex min-w-0 items-baseline gap-2 whitespace-nowrap">
      <Popover
        trigger={range}
        triggerClass="min-h-6 rounded-chip text-title text-ink hover:text-accent-ink"
        triggerLabel={`${range}, ${nav.jump}`}
        title={nav.jump}
        open={isOpen}
        onOpenChange={setOpen}
      >
        <form onSubmit={jump} className="flex items-end gap-2">
          <label className="flex flex-col gap-1 text-small text-ink-2">
            {nav.anyDay}
            <input
              type="date"
              name="date"
              required
              defaultValue={week.days[0].date}
              min="1970-01-01"
              max="9999-12-31"
              className="h-control rounded-control border border-control bg-surface px-2 text-body text-ink"
            />
          </label>
          <Button type="submit" look="primary">
            {nav.go}
          </Button>
        </form>
      </Popover>
      <span className="text-body text-ink-2 lg:max-xl:hidden max-sm:hidden">
        {formatWeekNumber(week, locale)}
      </span>
    </h1>
  );
}
