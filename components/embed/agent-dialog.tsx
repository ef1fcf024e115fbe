"use client";
import { useMemo } from "react";
import { AgentCard } from "#components/agent/agent-card.tsx";
import { useLocale, useView, useWordsWith } from "#components/filters/use-view.tsx";
import { usePrepared } from "#components/grid/use-board.ts";
import { useAged } from "#components/shell/freshness.tsx";
import { useSite } from "#components/shell/site.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { Reading } from "#lib/client/fetch-roster.ts";
import { EMBED_WORDS } from "#lib/i18n/embed-words.ts";
import { lookAt } from "#lib/schedule/select.ts";
import type { Instant } from "#lib/schedule/types.ts";

interface AgentDialogProps {
  readonly agentId: string | null;
  readonly onClose: () => void;
  readonly reading: Reading;
  readonly zone: string;
  readonly now: Instant;
}

/** An agent inside the frame, since the agent's own page may not be framed; that one opens in a new tab. */
export function AgentDialog({ agentId, onClose, reading, zone, now }: AgentDialogProps) {
  const { hrefOf } = useView();
  const { basePath } = useSite();
  const words = useWordsWith(EMBED_WORDS);
  const locale = useLocale();
  const aged = useAged(reading);
  const { roster, clock } = reading;
  const prepared = usePrepared(reading, now);
  const skills = useMemo(() => new Map(roster.skills.map((skill) => [skill.id, skill])), [roster.skills]);
  const seen = prepared.find(({ agent }) => agent.id === agentId);
  return (
    <Dialog
      title={seen?.agent.name ?? words.pages.agent}
      closeLabel={words.actions.close}
      open={seen !== undefined}
      onOpenChange={(open) => !open && onClose()}
    >
      {seen !== undefined && (
        <div className="-mx-4">
          <AgentCard
            selected={lookAt(seen, now)}
            spans={seen.spans}
            skills={skills}
            pickedSkills={[]}
            telling={{ now, zone, locale, words }}
            fetchedAt={clock.fetchedAt}
            aged={aged}
          />
          <a
            href={basePath + hrefOf({}, `/agents/${encodeURIComponent(seen.agent.id)}`)}
            target="_blank"
            rel="noopener"
            className="mx-4 inline-flex min-h-6 items-center gap-2 text-body font-medium text-accent-ink hover:underline"
          >
            {words.embed.openAgent}
            <Icon name="external" />
          </a>
        </div>
      )}
    </Dialog>
  );
}
