"use client";
import { useMemo, useState } from "react";
import { useView, useWords } from "#components/filters/use-view.tsx";
import { PageLink } from "#components/shell/page-link.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import type { Note, NoteCode, Severity } from "#lib/schedule/notes.ts";
import type { Agent } from "#lib/schedule/types.ts";

/** How many agents a finding names before it is asked for all of them. */
const SHORT = 12;

const TONES = { high: "danger", medium: "away", low: "neutral" } as const satisfies Record<Severity, string>;

interface CheckListProps {
  /** The gravest first, as `noteRoster` gives them. */
  readonly notes: readonly Note[];
  readonly agents: readonly Agent[];
}

/** Every finding about the schedules, those of one kind together, each with the agents it is about. */
export function CheckList({ notes, agents }: CheckListProps) {
  const { check } = useWords();
  const byId = useMemo(() => new Map(agents.map((agent) => [agent.id, agent])), [agents]);
  const concerned = new Set(notes.map(({ agent }) => agent)).size;
  if (notes.length === 0) return <p className="text-body text-ink-2">{check.none}</p>;
  return (
    <>
      <p className="text-body text-ink-2">{check.summary(notes.length, concerned)}</p>
      <ul>
        {[...Map.groupBy(notes, ({ code }) => code)].map(([code, same]) => (
          <Finding
            key={code}
            code={code}
            agents={same.flatMap(({ agent }) => byId.get(agent) ?? [])}
            notes={same}
          />
        ))}
      </ul>
    </>
  );
}

interface FindingProps extends CheckListProps {
  readonly code: NoteCode;
}

function Finding({ code, notes, agents }: FindingProps) {
  const { hrefOf } = useView();
  const words = useWords();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? agents : agents.slice(0, SHORT);
  return (
    <li className="border-b border-line py-3 last:border-0">
      <p className="flex items-baseline gap-2 text-body">
        <span className="min-w-0 flex-1 font-semibold">{words.notes[code]}</span>
        <SeverityBadge severity={notes[0]?.severity ?? "low"} />
        <span className="min-w-6 text-right text-ink-2">{notes.length}</span>
      </p>
      <p className="mt-1 flex flex-wrap items-center gap-x-3">
        {shown.map((agent) => (
          <PageLink
            key={agent.id}
            href={hrefOf({}, `/agents/${encodeURIComponent(agent.id)}`)}
            className="inline-flex min-h-6 max-w-full items-center text-body text-accent-ink hover:underline"
          >
            <bdi className="truncate">{agent.name}</bdi>
          </PageLink>
        ))}
        {shown.length < agents.length && (
          <Button look="link" className="h-6" onClick={() => setWhole(true)}>
            {words.check.showAll(agents.length)}
          </Button>
        )}
      </p>
    </li>
  );
}

/** How grave a finding is, in a word; the colour only repeats it. */
export function SeverityBadge({ severity }: { readonly severity: Severity }) {
  return <Badge tone={TONES[severity]}>{useWords().check.severity[severity]}</Badge>;
}
