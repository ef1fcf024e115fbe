"use client";
import { useState } from "react";
import { useView, useWordsWith } from "#components/filters/use-view.tsx";
import { useAnnounce } from "#components/shell/live-region.tsx";
import { useSite } from "#components/shell/site.tsx";
import { Button } from "#components/ui/button.tsx";
import { COVERAGE_WORDS } from "#lib/i18n/coverage-words.ts";
import type { Week } from "#lib/schedule/types.ts";

/**
 * Copies the page's public address. It names the week on screen, so that it asks the same question next week too.
 * Where the browser keeps the clipboard from us, the address stands in a box to be copied by hand.
 */
export function CopyLink({ week }: { readonly week: Week }) {
  const { hrefOf } = useView();
  const { appUrl } = useSite();
  const { actions, coveragePage } = useWordsWith(COVERAGE_WORDS);
  const announce = useAnnounce();
  const [outcome, setOutcome] = useState<{ readonly link: string; readonly isCopied: boolean } | null>(null);
  const link = appUrl + hrefOf({ week: week.days[0].date });
  const isSame = outcome?.link === link;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setOutcome({ link, isCopied: true });
      announce(actions.copied);
    } catch {
      setOutcome({ link, isCopied: false });
    }
  };
  return (
    <>
      <Button icon="share" onClick={() => void copy()}>
        {isSame && outcome.isCopied ? actions.copied : actions.copyLink}
      </Button>
      {isSame && !outcome.isCopied && (
        <input
          readOnly
          aria-label={coveragePage.link}
          value={link}
          onFocus={(event) => event.target.select()}
          className="h-control w-52 rounded-control border border-control bg-surface px-2 text-small"
        />
      )}
    </>
  );
}
