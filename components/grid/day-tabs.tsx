"use client";
import { useView } from "#components/filters/use-view.tsx";
import { weekAddressAfter } from "#components/shell/week-address.ts";
import { Icon } from "#components/ui/icon.tsx";
import type { Locale } from "#lib/contract/view.ts";
import { formatDay, weekdayName } from "#lib/i18n/format.ts";
import type { Words } from "#lib/i18n/index.ts";
import type { Day, Instant, LocalDate, Week } from "#lib/schedule/types.ts";
import { dayIndexAt } from "#lib/schedule/week.ts";

/** The day that the address names, else today, else the first of the week. */
export function dayOnScreen(week: Week, named: LocalDate | null, now: Instant): Day {
  const today = dayIndexAt(week, now);
  return week.days.find(({ date }) => date === named) ?? week.days[today ?? 0];
}

interface DayTabsProps {
  readonly week: Week;
  readonly day: Day;
  readonly now: Instant;
  readonly locale: Locale;
  readonly words: Words;
}

/** The seven days of the phone's list. The day chosen is the day that `week` names in the address. */
export function DayTabs({ week, day, now, locale, words }: DayTabsProps) {
  const { setView } = useView();
  const go = (weeks: number) => setView({ week: weekAddressAfter(weeks, week, now) });
  return (
    <nav aria-label={words.phone.days} className="flex shrink-0 border-b border-line-strong bg-surface px-1">
      <WeekStep icon="left" label={words.nav.previousWeek} onClick={() => go(-1)} />
      {week.days.map((one) => {
        const isToday = one.startAt <= now && now < one.endAt;
        const isChosen = one === day;
        return (
          <button
            key={one.date}
            type="button"
            aria-current={isChosen ? "date" : undefined}
            onClick={() => setView({ week: one.date })}
            className={`flex h-13 flex-1 flex-col items-center justify-center border-b-3 -outline-offset-2 ${
              isChosen ? "border-accent text-accent-ink" : "border-transparent"
            } ${one.weekday > 5 && !isChosen ? "text-ink-2" : ""}`}
          >
            <span className={`text-small ${isToday ? "font-semibold text-accent-ink" : "text-ink-2"}`}>
              {isToday ? words.nav.today : weekdayName(one.weekday, locale)}
            </span>
            <span className="text-title">{Number(one.date.slice(8))}</span>
            <span className="sr-only">{formatDay(one.date, locale)}</span>
          </button>
        );
      })}
      <WeekStep icon="right" label={words.nav.nextWeek} onClick={() => go(1)} />
    </nav>
  );
}

interface WeekStepProps {
  readonly icon: "left" | "right";
  readonly label: string;
  readonly onClick: () => void;
}

function WeekStep({ icon, label, onClick }: WeekStepProps) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className="flex w-8 shrink-0 items-center justify-center text-ink-2 -outline-offset-2"
    >
      <Icon name={icon} />
    </button>
  );
}
