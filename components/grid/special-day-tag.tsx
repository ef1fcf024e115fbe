import type { Locale } from "#lib/contract/view.ts";
import { weekdayName } from "#lib/i18n/format.ts";
import type { Words } from "#lib/i18n/index.ts";
import type { SpecialDay } from "#lib/schedule/special-day.ts";

/** What is special about a day, in a sentence: for titles and readers. */
export function saySpecialDay(special: SpecialDay, words: Words, locale: Locale): string {
  return special.kind === "holiday"
    ? words.days.holiday(special.name)
    : words.days.workday(special.name ?? words.days.workdayName, weekdayName(special.like, locale));
}

interface SpecialDayTagProps {
  readonly special: SpecialDay;
  readonly words: Words;
  readonly locale: Locale;
}

/** The holiday's or workday's name beside the date, as much of it as there is room for. */
export function SpecialDayTag({ special, words, locale }: SpecialDayTagProps) {
  const tone = special.kind === "holiday" ? "border-line-strong text-ink-2" : "border-accent text-accent-ink";
  return (
    <span
      title={saySpecialDay(special, words, locale)}
      className={`min-w-0 truncate rounded-chip border bg-surface px-1 text-label leading-[15px] ${tone}`}
    >
      {special.kind === "holiday" ? special.name : (special.name ?? words.days.workdayName)}
    </span>
  );
}
