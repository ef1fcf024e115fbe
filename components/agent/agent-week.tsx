"use client";
import { WeekNav } from "#components/shell/week-nav.tsx";
import { formatDay, formatHours, formatPiece, formatRange, sayNoHours } from "#lib/i18n/format.ts";
import type { SplitSpans } from "#lib/schedule/absence.ts";
import { piecesOfSplit } from "#lib/schedule/leave-pieces.ts";
import type { Agent, Week } from "#lib/schedule/types.ts";
import type { Telling } from "./agent-facts.ts";
import { DayBar, minutesOf } from "./day-bar.tsx";

interface AgentWeekProps {
  readonly agent: Agent;
  readonly spans: SplitSpans;
  readonly week: Week;
  readonly telling: Telling;
  readonly aged: boolean;
}

/** One agent's week, a day a line: the hours as a bar and in words, and what they come to. */
export function AgentWeek({ agent, spans, week, telling, aged }: AgentWeekProps) {
  const { words, locale, now } = telling;
  const days = piecesOfSplit(spans, week);
  const counted = days.flat().filter(({ onLeave }) => !onLeave);
  const total = counted.reduce((sum, piece) => sum + minutesOf(piece), 0);
  const comma = locale === "zh" ? "、" : ", ";
  return (
    <section className="overflow-hidden rounded-card border border-line-strong bg-surface">
      <header className="flex flex-wrap items-center gap-3 border-b border-line px-4 py-3">
        <h2 className="text-title">{formatRange(week, locale)}</h2>
        <span className="flex-1 text-body text-ink-2">
          {agent.week.length === 0 ? words.board.noHours : formatHours(total, locale)}
        </span>
        <span className="sm:hidden">
          <WeekNav week={week} now={now} />
        </span>
      </header>
      <ol>
        {week.days.map((day, index) => {
          const pieces = days[index] ?? [];
          const isToday = day.startAt <= now && now < day.endAt;
          const hours = pieces.map(
            (piece) =>
              formatPiece(piece, day, week.zone) +
              (piece.continuesAfter ? ` ${words.agent.continues}` : "") +
              (piece.onLeave ? ` (${words.days.onLeave})` : ""),
          );
          return (
            <li
              key={day.date}
              aria-current={isToday ? "date" : undefined}
              className={`grid items-center gap-x-4 gap-y-1 border-b border-line px-4 py-2.5 last:border-0 sm:grid-cols-[7rem_1fr_13rem] ${isToday ? "bg-today" : day.weekday > 5 ? "bg-weekend" : ""}`}
            >
              <span className={`text-body font-semibold ${isToday ? "text-accent-ink" : ""}`}>
                {formatDay(day.date, locale)}
              </span>
              <DayBar
                day={day}
                zone={week.zone}
                pieces={pieces}
                now={isToday && !aged ? now : null}
                toneOf={({ shift, onLeave }) =>
                  !onLeave && !aged && shift.startAt <= now && now < shift.endAt ? agent.status : "planned"
                }
              />
              <span className={`text-body sm:text-right ${hours.length === 0 ? "text-ink-3" : ""}`}>
                {hours.length === 0 ? sayNoHours(locale) : hours.join(comma)}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
