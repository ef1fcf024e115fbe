"use client";
import type { ReactNode } from "react";
import { SeverityBadge } from "#components/now/check-list.tsx";
import { formatClock } from "#lib/i18n/format.ts";
import type { Note } from "#lib/schedule/notes.ts";
import type { SelectedAgent } from "#lib/schedule/select.ts";
import type { Instant, Skill, Span } from "#lib/schedule/types.ts";
import { minuteAt } from "#lib/schedule/zone.ts";
import { type Telling, tellNextChange } from "./agent-facts.ts";
import { Avatar } from "./avatar.tsx";
import { ExceptionBox } from "./exception-box.tsx";
import { EmailText, Fact, MessageButton } from "./fact.tsx";
import { orderSkills, SkillBadge } from "./skill-badge.tsx";

interface AgentFactsProps {
  readonly selected: SelectedAgent;
  readonly spans: readonly Span[];
  readonly skills: ReadonlyMap<string, Skill>;
  /** Findings about this agent, the gravest first. */
  readonly notes: readonly Note[];
  readonly telling: Telling;
  readonly fetchedAt: Instant;
  readonly aged: boolean;
  /** What can be done about this agent, beside writing to them. */
  readonly actions?: ReactNode;
}

/** Who the agent is, as Feishu describes them; what it does not say is said to be missing. */
export function AgentFacts(props: AgentFactsProps) {
  const { selected, spans, skills, notes, telling, fetchedAt, aged, actions } = props;
  const { agent } = selected;
  const { words, zone } = telling;
  const next = tellNextChange(spans, telling);
  const none = <span className="text-ink-3">{words.agent.noneSet}</span>;
  return (
    <section className="rounded-card border border-line-strong bg-surface p-5">
      <div className="flex items-center gap-4">
        <Avatar agent={agent} status={aged ? "unknown" : agent.status} size="page" />
        <div className="min-w-0 flex-1">
          <h1 className="text-count break-words">
            <bdi>{agent.name}</bdi>
          </h1>
          <p className="text-body text-ink-2">{words.status[agent.status]}</p>
        </div>
      </div>
      <ExceptionBox selected={selected} aged={aged} telling={telling} />
      <div className="mt-3 flex flex-wrap gap-2">
        <MessageButton agentId={agent.id} label={words.agent.message} />
        {actions}
      </div>
      <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-2.5 text-body">
        <Fact icon="arrow" label={words.agent.next}>
          {next.first ?? words.board.noHours}
          {next.after !== null && <span className="block text-small text-ink-2">{next.after}</span>}
        </Fact>
        <Fact icon="users" label={words.agent.department}>
          {agent.department === null ? none : <bdi>{agent.department}</bdi>}
        </Fact>
        <Fact icon="building" label={words.agent.company}>
          {agent.company === null ? none : <bdi>{agent.company}</bdi>}
        </Fact>
        <Fact icon="mail" label={words.agent.email}>
          {agent.email === null ? none : <EmailText email={agent.email} />}
        </Fact>
        <Fact icon="tag" label={words.filter.skills}>
          <span className="flex flex-wrap gap-1">
            {agent.skillIds.length === 0 && none}
            {orderSkills(agent.skillIds, skills, []).map((skill) => (
              <SkillBadge key={skill.id} skill={skill} />
            ))}
          </span>
        </Fact>
        <Fact icon="doc" label={words.agent.id}>
          <code className="text-small break-all text-ink-2">{agent.id}</code>
        </Fact>
        {notes.length > 0 && (
          <Fact icon="lint" label={words.agent.notes}>
            <ul className="space-y-1">
              {notes.map(({ code, severity }) => (
                <li key={code}>
                  {words.notes[code]} <SeverityBadge severity={severity} />
                </li>
              ))}
            </ul>
          </Fact>
        )}
      </dl>
      <p className="mt-4 border-t border-line pt-3 text-small text-ink-3">
        {words.agent.lastSample(formatClock(minuteAt(fetchedAt, zone)))}
      </p>
    </section>
  );
}
