import { memo, type ReactNode } from "react";
import type { Locale } from "#lib/contract/view.ts";
import { formatDay, weekdayName } from "#lib/i18n/format.ts";
import type { Words } from "#lib/i18n/index.ts";
import type { SpecialDay } from "#lib/schedule/special-day.ts";
import type { Day, LocalDate, Week } from "#lib/schedule/types.ts";
import { percent, type Track, ticksOf } from "./geometry.ts";
import { SpecialDayTag, saySpecialDay } from "./special-day-tag.tsx";

interface TimeAxisProps {
  readonly week: Track & Pick<Week, "zone">;
  readonly today: LocalDate | null;
  readonly locale: Locale;
  readonly words: Words;
  /** What the plan calls each day; null: a day like others. */
  readonly specialDays: readonly (SpecialDay | null)[];
  readonly height: number;
  readonly dayWidthPx: number;
  /** Share of the week at which the time flag stands; ticks under it are left out. */
  readonly nowShare: number | null;
  readonly nowText: string;
  readonly corner: ReactNode;
}

/** The sticky head of the grid: corner, the days, their hour marks, and the flag of the now-line. */
export const TimeAxis = memo(function TimeAxis({
  week,
  today,
  locale,
  words,
  specialDays,
  height,
  dayWidthPx,
  nowShare,
  nowText,
  corner,
}: TimeAxisProps) {
  return (
    <div
      role="row"
      aria-rowindex={1}
      className="relative flex border-b border-line-strong"
      style={{ height }}
    >
      <div
        role="columnheader"
        aria-colindex={1}
        className="sticky left-0 z-5 flex w-(--name-width) shrink-0 items-center border-r border-line-strong bg-surface px-4"
      >
        {corner}
      </div>
      {week.days.map((day, index) => (
        <DayHead
          key={day.date}
          day={day}
          index={index}
          zone={week.zone}
          isToday={day.date === today}
          locale={locale}
          words={words}
          special={specialDays[index] ?? null}
          dayWidthPx={dayWidthPx}
          nowShare={nowShare === null ? null : nowShare * week.days.length - index}
        />
      ))}
      {nowShare !== null && (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute bottom-0 at-now-flag z-5 -translate-x-1/2 rounded-chip bg-now px-1.5 text-label leading-[15px] font-semibold text-on-now"
        >
          {nowText}
        </span>
      )}
    </div>
  );
});

interface DayHeadProps {
  readonly day: Day;
  readonly index: number;
  readonly zone: string;
  readonly isToday: boolean;
  readonly locale: Locale;
  readonly words: Words;
  readonly special: SpecialDay | null;
  readonly dayWidthPx: number;
  /** Where the present stands on this day's own scale; outside 0..1 on other days. */
  readonly nowShare: number | null;
}

/** Narrower days have no room for the word beside the date; the colour and the accessible name say it too. */
const ROOM_FOR_TODAY_PX = 136;

/** A tick closer to the flag than this many px would be half covered by it. */
const FLAG_PX = 28;

function DayHead(props: DayHeadProps) {
  const { day, index, zone, isToday, locale, words, special, dayWidthPx, nowShare } = props;
  const tint = isToday ? "bg-today" : day.weekday > 5 ? "bg-weekend" : "bg-surface";
  const ticks = ticksOf(day, zone).filter(
    ({ share }) => nowShare === null || Math.abs(share - nowShare) * dayWidthPx > FLAG_PX,
  );
  return (
    <div
      role="columnheader"
      aria-colindex={index + 2}
      aria-current={isToday ? "date" : undefined}
      className={`relative min-w-0 flex-1 ${index > 0 ? "border-l border-line-strong" : ""} ${tint}`}
    >
      <span className="sr-only">
        {[
          formatDay(day.date, locale),
          isToday && words.nav.today,
          special && saySpecialDay(special, words, locale),
        ]
          .filter(Boolean)
          .join(", ")}
      </span>
      <span
        aria-hidden="true"
        className="flex items-center gap-1.5 overflow-hidden px-2 pt-0.5 whitespace-nowrap"
      >
        <span className={`text-body font-semibold ${isToday ? "text-accent-ink" : ""}`}>
          {weekdayName(day.weekday, locale)}{" "}
          <span className={`font-medium ${isToday ? "" : "text-ink-2"}`}>{Number(day.date.slice(8))}</span>
        </span>
        {isToday && dayWidthPx >= ROOM_FOR_TODAY_PX && (
          <span className="rounded-pill bg-accent px-1.5 text-label leading-[16px] font-semibold text-on-accent">
            {words.nav.today}
          </span>
        )}
        {special !== null && <SpecialDayTag special={special} words={words} locale={locale} />}
      </span>
      {ticks.map(({ hour, share }) => (
        <span
          key={hour}
          aria-hidden="true"
          className="absolute bottom-0.5 -translate-x-1/2 text-micro text-ink-3"
          style={{ left: percent(share) }}
        >
          {hour}
        </span>
      ))}
    </div>
  );
}
