"use client";
import { useWordsWith } from "#components/filters/use-view.tsx";
import type { IconName } from "#components/ui/icon.tsx";
import { Message } from "#components/ui/message.tsx";
import { EMBED_WORDS } from "#lib/i18n/embed-words.ts";
import type { FrameAccess, Trouble } from "./embed-session.ts";

const ICONS: Readonly<Record<Trouble | "ended", IconName>> = {
  waiting: "clock",
  refused: "lock",
  unreachable: "cloud-off",
  ended: "lock",
};

/** In place of the data: why there is none. Never a way to sign in, which has no place in a frame. */
export function EmbedNotice({ access }: { readonly access: Exclude<FrameAccess, { kind: "open" }> }) {
  const { embed } = useWordsWith(EMBED_WORDS);
  const what = access.kind === "ended" ? "ended" : access.trouble;
  if (what === null) {
    return (
      <p role="status" aria-busy="true" className="flex-1 bg-surface p-6 text-center text-body text-ink-2">
        {embed.loading}
      </p>
    );
  }
  return <Message isPage icon={ICONS[what]} {...embed[what]} />;
}
