"use client";
import type { Telling } from "#components/agent/agent-facts.ts";
import { Avatar } from "#components/agent/avatar.tsx";
import { MessageButton } from "#components/agent/fact.tsx";
import { useView } from "#components/filters/use-view.tsx";
import { PageLink } from "#components/shell/page-link.tsx";
import type { SeenAgent } from "./present.ts";
import { type SkillNow, worstSkillOf } from "./skills-now.ts";
import { tellPlan, tellSince } from "./tell-plan.ts";

interface AttentionItemProps {
  readonly seen: SeenAgent;
  readonly skills: readonly SkillNow[];
  readonly telling: Telling;
}

/** One agent whose status disagrees with the plan: since when, what was planned, and whom it hurts. */
export function AttentionItem({ seen, skills, telling }: AttentionItemProps) {
  const { hrefOf } = useView();
  const { agent, onShift } = seen;
  const { words, locale } = telling;
  const status = words.status[agent.status];
  const since = tellSince(agent.statusSince, telling);
  const worst = onShift ? worstSkillOf(agent, skills) : null;
  return (
    <li className="flex items-start gap-3 border-b border-line px-4 py-3 last:border-0">
      <Avatar agent={agent} status={agent.status} />
      <div className="min-w-0 flex-1 text-small text-ink-2">
        <p className="flex items-baseline gap-1.5">
          <PageLink
            href={hrefOf({}, `/agents/${encodeURIComponent(agent.id)}`)}
            className="inline-block min-h-6 max-w-full shrink-0 truncate text-body font-semibold text-ink hover:underline"
          >
            <bdi>{agent.name}</bdi>
          </PageLink>
          <bdi className="min-w-0 truncate">{agent.department}</bdi>
        </p>
        <p className={`font-semibold ${agent.status === "online" ? "text-online-ink" : "text-away-ink"}`}>
          {since === null ? status : `${status}${locale === "zh" ? "，" : ", "}${since}`}
        </p>
        <p>{tellPlan(seen, telling)}</p>
        {worst !== null && (
          <p>
            <bdi>{words.nowPage.skillOnline(worst.skill.name, worst.online, worst.agents.length)}</bdi>
          </p>
        )}
      </div>
      <MessageButton agentId={agent.id} label={words.agent.message} to={agent.name} />
    </li>
  );
}
