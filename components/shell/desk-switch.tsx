"use client";

import { useView, useWords } from "#components/filters/use-view.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Menu, MenuChoices, MenuItem, MenuLine } from "#components/ui/menu.tsx";
import type { Desk } from "#lib/schedule/types.ts";
import { TasteChoices } from "./taste-choices.tsx";

interface DeskSwitchProps {
  readonly desks: readonly Desk[];
  readonly desk: Desk;
}

/** The desk on screen; with several desks a menu of them. */
export function DeskSwitch({ desks, desk }: DeskSwitchProps) {
  const words = useWords();
  if (desks.length < 2) return <bdi className="min-w-0 truncate text-body font-semibold">{desk.name}</bdi>;
  return (
    <Menu
      label={`${words.desk.switch}: ${desk.name}`}
      triggerClass="inline-flex min-h-6 min-w-0 items-center gap-2 rounded-chip text-body font-semibold"
      trigger={<DeskName desk={desk} />}
    >
      <DeskChoices desks={desks} desk={desk} />
    </Menu>
  );
}

interface PhoneMenuProps extends DeskSwitchProps {
  readonly onHelp: () => void;
}

/** On a phone the desk's name opens everything that the header has no room for. */
export function PhoneMenu({ desks, desk, onHelp }: PhoneMenuProps) {
  const { settings } = useWords();
  return (
    <Menu
      label={`${desk.name}, ${settings.title}`}
      triggerClass="inline-flex min-h-control min-w-0 items-center gap-2 rounded-chip text-count"
      trigger={<DeskName desk={desk} />}
    >
      {desks.length > 1 && (
        <>
          <DeskChoices desks={desks} desk={desk} />
          <MenuLine />
        </>
      )}
      <TasteChoices />
      <MenuLine />
      <MenuItem icon="doc" onPick={onHelp}>
        {settings.keys}
      </MenuItem>
    </Menu>
  );
}

function DeskName({ desk }: { readonly desk: Desk }) {
  return (
    <>
      <bdi className="min-w-0 truncate">{desk.name}</bdi>
      <Icon name="down" className="text-ink-2" />
    </>
  );
}

function DeskChoices({ desks, desk }: DeskSwitchProps) {
  const { setView } = useView();
  const words = useWords();
  return (
    <MenuChoices
      title={words.desk.label}
      value={desk.key}
      choices={desks.map(({ key, name }) => ({ value: key, label: name }))}
      // Another desk has other skills and departments: a filter by them would show nobody.
      onChange={(key) => setView({ desk: key, skill: [], department: [] })}
    />
  );
}
