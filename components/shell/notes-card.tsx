"use client";
import { useState } from "react";
import { useView, useWordsWith } from "#components/filters/use-view.tsx";
import { Button } from "#components/ui/button.tsx";
import { STATUS_WORDS } from "#lib/i18n/status-words.ts";
import type { Agent } from "#lib/schedule/types.ts";
import { PageLink } from "./page-link.tsx";
import { StatusCard } from "./status-card.tsx";

/** As many lines as one looks through at a time: nobody knows how many there are of a large desk. */
const STEP = 100;

/** The agents whose schedule is to be looked at, each with what is strange about it. */
export function NotesCard({ agents }: { readonly agents: readonly Agent[] }) {
  const { statusPage } = useWordsWith(STATUS_WORDS);
  const [most, setMost] = useState(STEP);
  const noted = agents.filter(({ notes }) => notes.length > 0);
  const left = noted.length - most;
  return (
    <StatusCard wide title={`${statusPage.notes} · ${noted.length}`}>
      {noted.length === 0 && <p className="text-body text-ink-2">{statusPage.noNotes}</p>}
      <div className="max-h-120 overflow-auto text-body">
        <ul className="space-y-2">
          {noted.slice(0, most).map((agent) => (
            <NotedAgent key={agent.id} agent={agent} />
          ))}
        </ul>
        {left > 0 && (
          <Button className="mt-3" onClick={() => setMost(most + STEP)}>
            {statusPage.showMore(Math.min(STEP, left))}
          </Button>
        )}
      </div>
    </StatusCard>
  );
}

function NotedAgent({ agent }: { readonly agent: Agent }) {
  const { notes } = useWordsWith(STATUS_WORDS);
  const { hrefOf } = useView();
  return (
    <li>
      <PageLink
        className="font-medium text-accent-ink hover:underline"
        href={hrefOf({}, `/agents/${encodeURIComponent(agent.id)}`)}
      >
        <bdi>{agent.name}</bdi>
      </PageLink>
      <span className="block text-small text-ink-2">
        {agent.notes.map((note) => notes[note]).join(" · ")}
      </span>
    </li>
  );
}
