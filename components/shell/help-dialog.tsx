"use client";

import { useWords } from "#components/filters/use-view.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { Switch } from "#components/ui/switch.tsx";
import type { Words } from "#lib/i18n/index.ts";
import { useSingleKeys } from "./use-single-keys.ts";

/** Every key that does something (product.md, section 9). */
const KEYS: readonly { readonly keys: readonly string[]; readonly does: keyof Words["help"]["keys"] }[] = [
  { keys: ["[", "]"], does: "weeks" },
  { keys: ["/"], does: "search" },
  { keys: ["?"], does: "help" },
  { keys: ["←", "↑", "↓", "→"], does: "cells" },
  { keys: ["Home", "End"], does: "rowEnds" },
  { keys: ["Ctrl+Home", "Ctrl+End"], does: "gridEnds" },
  { keys: ["PageUp", "PageDown"], does: "screens" },
  { keys: ["Enter"], does: "open" },
  { keys: ["Esc"], does: "close" },
];

interface HelpDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** The list of keys, and the switch that turns the single ones off. */
export function HelpDialog({ open, onOpenChange }: HelpDialogProps) {
  const { help, actions } = useWords();
  const [areOn, setOn] = useSingleKeys();
  return (
    <Dialog title={help.title} closeLabel={actions.close} open={open} onOpenChange={onOpenChange}>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-6 gap-y-2 text-body">
        {KEYS.map(({ keys, does }) => (
          <div key={does} className="contents">
            <dt className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd className="text-ink-2">{help.keys[does]}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-4 border-t border-line pt-3">
        <Switch checked={areOn} onChange={setOn}>
          {help.singleKeys}
        </Switch>
        <p className="text-small text-ink-3">{help.singleKeysHint}</p>
      </div>
    </Dialog>
  );
}
