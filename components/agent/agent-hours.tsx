"use client";
import { useMemo } from "react";
import { usePlan } from "#components/coverage/use-plan.ts";
import { percent } from "#components/grid/geometry.ts";
import { tellHours } from "#components/now/tell-plan.ts";
import { Icon } from "#components/ui/icon.tsx";
import type { RosterJson } from "#lib/contract/roster.ts";
import { formatClock, formatDay, formatHours } from "#lib/i18n/format.ts";
import { computeCoverage } from "#lib/schedule/coverage.ts";
import { DAY_PARTS, sumByDayPart } from "#lib/schedule/day-parts.ts";
import { layWeek } from "#lib/schedule/lay-week.ts";
import { piecesOf } from "#lib/schedule/pieces.ts";
import type { Instant, Span, Week } from "#lib/schedule/types.ts";
import { dateAt, minuteAt } from "#lib/schedule/zone.ts";
import type { Telling } from "./agent-facts.ts";
import { type Alone, listAlone } from "./alone.ts";

interface AgentHoursProps {
  readonly roster: RosterJson;
  readonly agentId: string;
  readonly week: Week;
  readonly telling: Telling;
}

const minutes = (ms: number) => Math.round(ms / 60_000);

/** What one agent's week comes to, leave taken out: hours by part of the day, and those in which a skill hangs on them. */
export function AgentHours({ roster, agentId, week, telling }: AgentHoursProps) {
  const { words, locale } = telling;
  const plan = usePlan();
  const laid = useMemo(() => layWeek({ roster, week, plan, away: [] }).base, [roster, week, plan]);
  const alone = useMemo(
    () => listAlone(computeCoverage(laid), roster.skills, agentId),
    [laid, roster.skills, agentId],
  );
  const spans = laid.agents.find(({ agent }) => agent.id === agentId)?.spans ?? [];
  const sums = sumByDayPart(piecesOf(spans, week), week);
  const totalMs = DAY_PARTS.reduce((sum, { part }) => sum + sums[part], 0);
  return (
    <section className="rounded-card border border-line-strong bg-surface">
      <header className="flex items-baseline gap-3 border-b border-line px-4 py-3">
        <h2 className="flex-1 text-title">{words.agentHours.title}</h2>
        <strong className="text-count">{formatHours(minutes(totalMs), locale)}</strong>
      </header>
      <ul className="grid gap-x-6 gap-y-3 p-4 sm:grid-cols-2">
        {DAY_PARTS.map(({ part }) => (
          <li key={part} className="grid grid-cols-[1fr_auto] gap-y-1 text-body">
            <span className="text-ink-2">{words.agentHours.parts[part]}</span>
            <span className={sums[part] === 0 ? "text-ink-3" : "font-semibold"}>
              {formatHours(minutes(sums[part]), locale)}
            </span>
            <span aria-hidden="true" className="col-span-2 h-1.5 rounded-pill bg-sunken">
              <span
                className="block h-full rounded-pill bg-bar-line"
                style={{ width: percent(totalMs === 0 ? 0 : sums[part] / totalMs) }}
              />
            </span>
          </li>
        ))}
      </ul>
      <div className="border-t border-line p-4">
        <h3 className="flex items-center gap-2 text-body font-semibold">
          <Icon name="one" className={alone.length > 0 ? "text-away-ink" : "text-ink-2"} />
          {words.agentHours.alone}
        </h3>
        <p className="mt-1 text-small text-ink-2">
          {alone.length > 0 ? words.agentHours.aloneHint : words.agentHours.aloneNone}
        </p>
        <ul>
          {alone.map((one) => (
            <AloneLine key={one.skill.id} alone={one} telling={telling} />
          ))}
        </ul>
      </div>
    </section>
  );
}

interface AloneLineProps {
  readonly alone: Alone;
  readonly telling: Telling;
}

function AloneLine({ alone: { skill, spans, lengthMs }, telling }: AloneLineProps) {
  const { locale } = telling;
  return (
    <li className="mt-3 grid grid-cols-[1fr_auto] gap-x-4 text-body">
      <bdi className="font-semibold break-words">{skill.name}</bdi>
      <span className="font-semibold">{formatHours(minutes(lengthMs), locale)}</span>
      <span className="col-span-2 flex flex-wrap gap-x-3 text-small text-ink-2">
        {spans.map((span) => (
          <span key={span.startAt} className="whitespace-nowrap">
            {tellSpan(span, telling)}
          </span>
        ))}
      </span>
    </li>
  );
}

/** "Mon 16 Nov 22:00–06:00"; what is longer than a day names both its days. */
function tellSpan(span: Span, telling: Telling): string {
  const { zone, locale } = telling;
  const day = (at: Instant) => formatDay(dateAt(at, zone), locale);
  if (span.endAt - span.startAt <= DAY_MS) return `${day(span.startAt)} ${tellHours(span, telling)}`;
  const moment = (at: Instant) => `${day(at)} ${formatClock(minuteAt(at, zone))}`;
  return `${moment(span.startAt)} – ${moment(span.endAt)}`;
}

const DAY_MS = 86_400_000;
