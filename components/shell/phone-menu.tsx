"use client";

import { useState } from "react";
import { useWords } from "#components/filters/use-view.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Popover } from "#components/ui/popover.tsx";
import type { Desk } from "#lib/schedule/types.ts";
import { DeskSwitch } from "./desk-switch.tsx";
import { TasteChoices } from "./taste-choices.tsx";

interface PhoneMenuProps {
  readonly desks: readonly Desk[];
  readonly desk: Desk;
  readonly onHelp: () => void;
}

/** On a phone the desk's name opens what the header has no room for. */
export function PhoneMenu({ desks, desk, onHelp }: PhoneMenuProps) {
  const { settings } = useWords();
  const [isOpen, setOpen] = useState(false);
  const help = () => {
    setOpen(false);
    onHelp();
  };
  return (
    <Popover
      trigger={
        <>
          <bdi className="min-w-0 truncate">{desk.name}</bdi>
          <Icon name="down" className="text-ink-2" />
        </>
      }
      triggerClass="inline-flex min-h-control min-w-0 items-center gap-2 rounded-chip text-count"
      title={settings.title}
      open={isOpen}
      onOpenChange={setOpen}
    >
      <div className="flex flex-col gap-3">
        {desks.length > 1 && <DeskSwitch desks={desks} desk={desk} look="field" />}
        <TasteChoices onHelp={help} />
      </div>
    </Popover>
  );
}
