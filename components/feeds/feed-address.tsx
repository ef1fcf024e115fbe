"use client";
import { useState } from "react";
import { useWordsWith } from "#components/filters/use-view.tsx";
import { useAnnounce } from "#components/shell/live-region.tsx";
import { Button } from "#components/ui/button.tsx";
import { FEEDS_WORDS } from "#lib/i18n/feeds-words.ts";

/** The button that was pressed is gone, and the one thing to do now is to take the address away. */
const focusOn = (box: HTMLInputElement | null) => box?.focus();

/** The secret address of a new subscription, to be copied now. Where the clipboard is kept from us, by hand. */
export function FeedAddress({ url }: { readonly url: string }) {
  const { feeds, actions } = useWordsWith(FEEDS_WORDS);
  const announce = useAnnounce();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      setCopied(true);
      announce(actions.copied);
    } catch {
      setCopied(false);
    }
  };
  return (
    <div className="rounded-item bg-accent-soft p-3">
      <p className="mb-2 text-body font-medium">{feeds.made}</p>
      <div className="flex gap-2">
        <input
          ref={focusOn}
          readOnly
          aria-label={feeds.address}
          value={url}
          onFocus={(event) => event.target.select()}
          className="h-control min-w-0 flex-1 rounded-control border border-control bg-surface px-2 text-small"
        />
        <Button icon={isCopied ? "check" : "share"} onClick={() => void copy()}>
          {isCopied ? actions.copied : feeds.copy}
        </Button>
      </div>
    </div>
  );
}
