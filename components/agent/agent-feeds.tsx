"use client";
import { useState } from "react";
import { FeedsDialog } from "#components/feeds/feeds-dialog.tsx";
import { useWords } from "#components/filters/use-view.tsx";
import { useSite } from "#components/shell/site.tsx";
import { Button } from "#components/ui/button.tsx";
import type { RosterJson } from "#lib/contract/roster.ts";

interface AgentFeedsProps {
  readonly roster: RosterJson;
  readonly agentId: string;
}

/** The agent's shifts in a calendar program, for those who may subscribe. */
export function AgentFeeds({ roster, agentId }: AgentFeedsProps) {
  const { seesAll } = useSite();
  const { download } = useWords();
  const [isOpen, setOpen] = useState(false);
  if (!seesAll) return null;
  return (
    <>
      <Button icon="bell" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {download.subscribe}
      </Button>
      <FeedsDialog roster={roster} agentId={agentId} open={isOpen} onOpenChange={setOpen} />
    </>
  );
}
