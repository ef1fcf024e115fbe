"use client";
import { Kbd } from "#components/ui/kbd.tsx";
import { formatClock, formatMinutes, sayNoHours } from "#lib/i18n/format.ts";
import { piecesOf } from "#lib/schedule/pieces.ts";
import type { SelectedAgent } from "#lib/schedule/select.ts";
import type { Instant, Skill, Span } from "#lib/schedule/types.ts";
import { dayIndexAt, weekOf } from "#lib/schedule/week.ts";
import { dateAt, minuteAt } from "#lib/schedule/zone.ts";
import { type Telling, tellNextChange } from "./agent-facts.ts";
import { Avatar } from "./avatar.tsx";
import { DayBar, minutesOf } from "./day-bar.tsx";
import { ExceptionBox } from "./exception-box.tsx";
import { EmailText, Fact, MessageButton } from "./fact.tsx";
import { orderSkills, SkillBadge } from "./skill-badge.tsx";

export interface AgentCardProps {
  readonly selected: SelectedAgent;
  /** The agent's spans around now, at least a week ahead. */
  readonly spans: readonly Span[];
  readonly skills: ReadonlyMap<string, Skill>;
  readonly pickedSkills: readonly string[];
  readonly telling: Telling;
  /** When the roster was read from Feishu. */
  readonly fetchedAt: Instant;
  readonly aged: boolean;
}

/** What a glance at one agent tells: who, now, today, next, skills, and how to reach them. */
export function AgentCard(props: AgentCardProps) {
  const { selected, spans, skills, pickedSkills, telling, fetchedAt, aged } = props;
  const { agent } = selected;
  const { words, zone } = telling;
  const next = tellNextChange(spans, telling);
  return (
    <div className="p-4">
      <div className="flex items-center gap-3">
        <Avatar agent={agent} status={aged ? "unknown" : agent.status} size="card" />
        <div className="min-w-0 flex-1">
          <bdi className="block truncate text-title">{agent.name}</bdi>
          <span className="block truncate text-small text-ink-2">
            {agent.department === null ? words.status[agent.status] : <bdi>{agent.department}</bdi>}
          </span>
        </div>
        <MessageButton agentId={agent.id} label={words.agent.message} />
      </div>
      <ExceptionBox selected={selected} aged={aged} telling={telling} />
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-2.5 text-body">
        <Fact icon="clock" label={words.agent.today}>
          <Today selected={selected} spans={spans} telling={telling} aged={aged} />
        </Fact>
        <Fact icon="arrow" label={words.agent.next}>
          {next.first ?? words.board.noHours}
          {next.after !== null && <span className="block text-small text-ink-2">{next.after}</span>}
        </Fact>
        {agent.skillIds.length > 0 && (
          <Fact icon="tag" label={words.filter.skills}>
            <span className="flex flex-wrap gap-1">
              {orderSkills(agent.skillIds, skills, pickedSkills).map((skill) => (
                <SkillBadge key={skill.id} skill={skill} picked={pickedSkills.includes(skill.id)} />
              ))}
            </span>
          </Fact>
        )}
        {agent.email !== null && (
          <Fact icon="mail" label={words.agent.email}>
            <EmailText email={agent.email} />
          </Fact>
        )}
        {agent.company !== null && (
          <Fact icon="building" label={words.agent.company}>
            <bdi>{agent.company}</bdi>
          </Fact>
        )}
      </dl>
      <div className="mt-3 flex items-center justify-between border-t border-line pt-3 text-small text-ink-3">
        <span>{words.agent.lastSample(formatClock(minuteAt(fetchedAt, zone)))}</span>
        <span className="flex items-center gap-1.5 max-md:hidden">
          <Kbd>Enter</Kbd> {words.agent.fullWeek} <Kbd>Esc</Kbd> {words.agent.close}
        </span>
      </div>
    </div>
  );
}

type TodayProps = Pick<AgentCardProps, "selected" | "spans" | "telling" | "aged">;

function Today({ selected, spans, telling, aged }: TodayProps) {
  const { now, zone, locale } = telling;
  const week = weekOf(dateAt(now, zone), "mon", zone);
  const index = dayIndexAt(week, now) ?? 0;
  const pieces = piecesOf(spans, week)[index] ?? [];
  const day = week.days[index];
  if (pieces.length === 0) return <>{sayNoHours(locale)}</>;
  const total = pieces.reduce((sum, piece) => sum + minutesOf(piece), 0);
  const hours = pieces.map(({ startAt, endAt }) => {
    const end = endAt === day.endAt ? 1440 : minuteAt(endAt, zone);
    return `${formatClock(minuteAt(startAt, zone))}–${formatClock(end)}`;
  });
  return (
    <>
      <span className="font-semibold">{hours.join(locale === "zh" ? "、" : ", ")}</span>{" "}
      <span className="text-ink-2">{formatMinutes(total, locale)}</span>
      <div className="mt-1.5">
        <DayBar
          day={day}
          zone={zone}
          pieces={pieces}
          now={aged ? null : now}
          toneOf={({ shift }) =>
            !aged && shift.startAt <= now && now < shift.endAt ? selected.agent.status : "planned"
          }
        />
      </div>
    </>
  );
}
