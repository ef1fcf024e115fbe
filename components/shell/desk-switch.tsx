"use client";

import { useView, useWords } from "#components/filters/use-view.tsx";
import { Select } from "#components/ui/select.tsx";
import type { Desk } from "#lib/schedule/types.ts";

interface DeskSwitchProps {
  readonly desks: readonly Desk[];
  readonly desk: Desk;
  readonly look: "text" | "field";
}

/** The desk on screen; with several desks a choice of them. */
export function DeskSwitch({ desks, desk, look }: DeskSwitchProps) {
  const { setView } = useView();
  const words = useWords();
  if (desks.length < 2) return <bdi className="min-w-0 truncate text-body font-semibold">{desk.name}</bdi>;
  return (
    <Select
      label={words.desk.label}
      look={look}
      value={desk.key}
      choices={desks.map(({ key, name }) => ({ value: key, label: name }))}
      // Another desk has other skills and departments: a filter by them would show nobody.
      onChange={(key) => setView({ desk: key, skill: [], department: [] })}
    />
  );
}
