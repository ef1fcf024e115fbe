"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useLocale, useWordsWith } from "#components/filters/use-view.tsx";
import { useAnnounce } from "#components/shell/live-region.tsx";
import { useSite } from "#components/shell/site.tsx";
import { Button } from "#components/ui/button.tsx";
import { useSlow } from "#components/ui/progress.ts";
import { SlowLine } from "#components/ui/progress-line.tsx";
import { feedsQuery, revokeFeed } from "#lib/client/feeds.ts";
import type { RosterJson } from "#lib/contract/roster.ts";
import { FEEDS_WORDS } from "#lib/i18n/feeds-words.ts";
import { formatDay } from "#lib/i18n/format.ts";
import { asInstant } from "#lib/schedule/types.ts";
import { dateAt } from "#lib/schedule/zone.ts";
import { type Feed, nameScope, scopeOf } from "./feed-scope.ts";

interface FeedListProps {
  readonly roster: RosterJson;
  /** Only those for this agent; null: all of the desk. */
  readonly agentId: string | null;
}

/** The subscriptions of the desk, the newest first. */
export function FeedList({ roster, agentId }: FeedListProps) {
  const { basePath } = useSite();
  const { feeds: words, progress } = useWordsWith(FEEDS_WORDS);
  const { data, isError, isPending } = useQuery(feedsQuery(basePath));
  const section = useRef<HTMLElement>(null);
  const feeds = (data?.feeds ?? []).filter(
    ({ desk, agent }) => desk === roster.desk.key && (agentId === null || agent === agentId),
  );
  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-label={words.list}
      className="mt-5 border-t border-line pt-3 outline-none"
    >
      <h3 className="text-body font-semibold">{words.list}</h3>
      <SlowLine isRunning={isPending} text={progress.loading} />
      {isError && <p className="text-body text-danger-ink">{words.failed}</p>}
      {data !== undefined && feeds.length === 0 && <p className="text-body text-ink-2">{words.none}</p>}
      <ul>
        {feeds.toReversed().map((feed) => (
          <FeedItem key={feed.id} feed={feed} roster={roster} onRevoked={() => section.current?.focus()} />
        ))}
      </ul>
    </section>
  );
}

interface FeedItemProps {
  readonly feed: Feed;
  readonly roster: RosterJson;
  /** The pressed button is about to go: focus needs another place. */
  readonly onRevoked: () => void;
}

function FeedItem({ feed, roster, onRevoked }: FeedItemProps) {
  const { feeds: words } = useWordsWith(FEEDS_WORDS);
  const locale = useLocale();
  const scope = scopeOf(feed);
  const name = nameScope(scope, roster);
  const made = asInstant(Date.parse(feed.createdAt));
  const day = formatDay(dateAt(made, roster.desk.timeZone), locale);
  return (
    <li className="flex items-center gap-3 border-b border-line py-2 last:border-0">
      <div className="min-w-0 flex-1">
        <p className="truncate text-body">
          <span className="text-ink-2">{words.kinds[scope.kind]}</span>{" "}
          <bdi className="font-medium">{name}</bdi>
        </p>
        <p className="truncate text-small text-ink-2">
          <bdi>{words.madeOn(day, feed.createdBy)}</bdi>
        </p>
      </div>
      <RevokeButton id={feed.id} name={name} onRevoked={onRevoked} />
    </li>
  );
}

interface RevokeButtonProps extends Pick<FeedItemProps, "onRevoked"> {
  readonly id: string;
  readonly name: string;
}

/** Two presses, since whoever reads the calendar loses it at the second. */
function RevokeButton({ id, name, onRevoked }: RevokeButtonProps) {
  const { basePath } = useSite();
  const { feeds: words, progress } = useWordsWith(FEEDS_WORDS);
  const announce = useAnnounce();
  const client = useQueryClient();
  const [state, setState] = useState<"idle" | "sure" | "busy" | "failed">("idle");
  const isSlow = useSlow(state === "busy");
  const press = async () => {
    if (state === "busy") return;
    if (state === "idle" || state === "failed") return setState("sure");
    setState("busy");
    try {
      await revokeFeed(basePath, id);
      announce(words.revoked);
      onRevoked();
      await client.invalidateQueries({ queryKey: feedsQuery(basePath).queryKey });
    } catch {
      setState("failed");
      announce(words.failed);
    }
  };
  const asked = state === "failed" ? words.revokeFailed : state === "idle" ? words.revoke : words.revokeSure;
  const said = isSlow ? progress.save : asked;
  return (
    <Button
      aria-label={words.named(said, name)}
      className={state === "idle" ? "" : "text-danger-ink"}
      aria-busy={state === "busy"}
      onBlur={() => state === "sure" && setState("idle")}
      onClick={() => void press()}
    >
      {said}
    </Button>
  );
}
