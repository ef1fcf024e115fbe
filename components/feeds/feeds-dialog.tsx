"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useWordsWith } from "#components/filters/use-view.tsx";
import { useAnnounce } from "#components/shell/live-region.tsx";
import { useSite } from "#components/shell/site.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { SlowLine } from "#components/ui/progress-line.tsx";
import { feedsQuery, makeFeed } from "#lib/client/feeds.ts";
import type { RosterJson } from "#lib/contract/roster.ts";
import { FEEDS_WORDS } from "#lib/i18n/feeds-words.ts";
import { FeedAddress } from "./feed-address.tsx";
import { FeedList } from "./feed-list.tsx";
import { type FeedScope, nameScope, requestFor } from "./feed-scope.ts";
import { ScopePicker } from "./scope-picker.tsx";

interface FeedsDialogProps {
  readonly roster: RosterJson;
  /** The one agent whom this is about; null: anything can be chosen. */
  readonly agentId: string | null;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Calendar subscriptions: makes one, tells its address once, lists those there are and revokes them. */
export function FeedsDialog({ roster, agentId, open, onOpenChange }: FeedsDialogProps) {
  const { feeds, actions } = useWordsWith(FEEDS_WORDS);
  return (
    <Dialog title={feeds.title} closeLabel={actions.close} open={open} onOpenChange={onOpenChange}>
      <p className="text-body text-ink-2">{feeds.intro}</p>
      <NewFeed roster={roster} agentId={agentId} />
      <FeedList roster={roster} agentId={agentId} />
    </Dialog>
  );
}

function NewFeed({ roster, agentId }: Pick<FeedsDialogProps, "roster" | "agentId">) {
  const { basePath } = useSite();
  const { feeds, progress } = useWordsWith(FEEDS_WORDS);
  const announce = useAnnounce();
  const client = useQueryClient();
  const [scope, setScope] = useState<FeedScope | null>(
    agentId === null ? null : { kind: "agent", value: agentId },
  );
  const [url, setUrl] = useState<string | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState<AbortController | null>(null);
  // Another choice, and a closed dialog, leave it.
  useEffect(() => () => attempt?.abort(), [attempt]);
  const choose = (chosen: FeedScope | null) => {
    setScope(chosen);
    setUrl(null);
    setFailed(false);
    setAttempt(null);
  };
  const make = async () => {
    if (scope === null) return;
    const own = new AbortController();
    setAttempt(own);
    setFailed(false);
    try {
      setUrl((await makeFeed(basePath, requestFor(scope, roster.desk.key), own.signal)).url);
      announce(feeds.made);
    } catch {
      setFailed(!own.signal.aborted);
    }
    if (!own.signal.aborted) setAttempt(null);
    await client.invalidateQueries({ queryKey: feedsQuery(basePath).queryKey });
  };
  return (
    <div className="mt-4 grid gap-3">
      {agentId === null && <ScopePicker roster={roster} scope={scope} onChange={choose} />}
      {url === null ? (
        <Button
          look="primary"
          icon="plus"
          className="justify-self-start"
          disabled={scope === null || attempt !== null}
          onClick={() => void make()}
        >
          <bdi className="truncate">
            {scope === null ? feeds.make : feeds.makeFor(nameScope(scope, roster))}
          </bdi>
        </Button>
      ) : (
        <FeedAddress url={url} />
      )}
      <SlowLine isRunning={attempt !== null} text={progress.save}>
        <Button look="quiet" onClick={() => setAttempt(null)}>
          {progress.leave}
        </Button>
      </SlowLine>
      {hasFailed && (
        <p role="alert" className="text-body text-danger-ink">
          {feeds.failed}
        </p>
      )}
    </div>
  );
}
