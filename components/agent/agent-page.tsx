"use client";
import { useMemo } from "react";
import { useLocale, useView, useWords } from "#components/filters/use-view.tsx";
import { useExpander, usePrepared, useRowSpansOf } from "#components/grid/use-board.ts";
import { useNotes } from "#components/now/use-notes.ts";
import { DeskPage, type DeskPageContent } from "#components/shell/desk-page.tsx";
import { useAged } from "#components/shell/freshness.tsx";
import { PageLink } from "#components/shell/page-link.tsx";
import { PageTitle } from "#components/shell/page-title.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Message } from "#components/ui/message.tsx";
import { lookAt } from "#lib/schedule/select.ts";
import { AgentFacts } from "./agent-facts-list.tsx";
import { AgentFeeds } from "./agent-feeds.tsx";
import { AgentHours } from "./agent-hours.tsx";
import { AgentWeek } from "./agent-week.tsx";

/** `/agents/ID`: everything that Feishu says of one agent, and the week day by day. */
export function AgentPage({ agentId }: { readonly agentId: string }) {
  return <DeskPage>{(content) => <Agent agentId={agentId} {...content} />}</DeskPage>;
}

interface AgentProps extends DeskPageContent {
  readonly agentId: string;
}

function Agent({ reading, agentId, week, now }: AgentProps) {
  const { hrefOf } = useView();
  const words = useWords();
  const locale = useLocale();
  const aged = useAged(reading);
  const { roster } = reading;
  const prepared = usePrepared(reading, now);
  const rowSpansOf = useRowSpansOf(useExpander(week, roster.desk.timeZone));
  const skills = useMemo(() => new Map(roster.skills.map((skill) => [skill.id, skill])), [roster.skills]);
  const notes = useNotes(roster);
  const seen = prepared.find(({ agent }) => agent.id === agentId);
  const back = (
    <PageLink
      href={hrefOf({}, "/")}
      className="inline-flex h-control items-center gap-1.5 text-body font-medium text-accent-ink hover:underline"
    >
      <Icon name="left" />
      {words.actions.back}
    </PageLink>
  );
  if (seen === undefined) {
    return (
      <Message icon="users" title={words.agent.notHere} detail={words.agent.notHereDetail(roster.desk.name)}>
        {back}
      </Message>
    );
  }
  const telling = { now, zone: week.zone, locale, words };
  return (
    <div className="mx-auto w-full max-w-270 p-4">
      <PageTitle about={seen.agent.name} />
      {back}
      <div className="mt-2 grid items-start gap-4 lg:grid-cols-[22rem_1fr]">
        <AgentFacts
          selected={lookAt(seen, now)}
          spans={seen.spans}
          skills={skills}
          notes={notes.filter(({ agent }) => agent === agentId)}
          telling={telling}
          fetchedAt={reading.clock.fetchedAt}
          aged={aged}
          actions={seen.agent.status !== "removed" && <AgentFeeds roster={roster} agentId={agentId} />}
        />
        <div className="grid gap-4">
          <AgentWeek
            agent={seen.agent}
            spans={rowSpansOf(seen.agent)}
            week={week}
            telling={telling}
            aged={aged}
          />
          <AgentHours roster={roster} agentId={agentId} week={week} telling={telling} />
        </div>
      </div>
    </div>
  );
}
