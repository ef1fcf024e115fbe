"use client";

import { Select } from "#components/ui/select.tsx";
import { GROUPINGS, SORTINGS } from "#lib/contract/view.ts";
import { useView, useWords } from "./use-view.tsx";

/** How the rows are grouped, and how they are sorted within their groups. */

export function GroupSelect() {
  const { view, setView } = useView();
  const { filter } = useWords();
  return (
    <Select
      label={filter.group}
      icon="group"
      value={view.group}
      choices={GROUPINGS.map((value) => ({ value, label: filter.groups[value] }))}
      onChange={(group) => setView({ group })}
    />
  );
}

/** Stands in the corner of the grid. */
export function SortSelect() {
  const { view, setView } = useView();
  const { filter } = useWords();
  return (
    <Select
      label={filter.sort}
      icon="sort"
      look="caption"
      value={view.sort}
      choices={SORTINGS.map((value) => ({ value, label: filter.sorts[value] }))}
      onChange={(sort) => setView({ sort })}
    />
  );
}
