"use client";

import { Select } from "#components/ui/select.tsx";
import { GROUPINGS, SORTINGS } from "#lib/contract/view.ts";
import { useView, useWords } from "./use-view.tsx";

/** How the rows are grouped, and how they are sorted within their groups. */

interface ArrangementProps {
  /** Classes of the button; by default an outlined control. */
  readonly triggerClass?: string;
}

export function GroupSelect({ triggerClass }: ArrangementProps) {
  const { view, setView } = useView();
  const { filter } = useWords();
  return (
    <Select
      label={filter.group}
      icon="group"
      value={view.group}
      choices={GROUPINGS.map((value) => ({ value, label: filter.groups[value] }))}
      onChange={(group) => setView({ group })}
      {...(triggerClass === undefined ? {} : { triggerClass })}
    />
  );
}

/** Stands in the corner of the grid. */
export function SortSelect({ triggerClass = "" }: ArrangementProps) {
  const { view, setView } = useView();
  const { filter } = useWords();
  return (
    <Select
      label={filter.sort}
      icon="sort"
      value={view.sort}
      choices={SORTINGS.map((value) => ({ value, label: filter.sorts[value] }))}
      onChange={(sort) => setView({ sort })}
      triggerClass={`inline-flex min-h-6 items-center gap-1 rounded-chip text-small text-ink-2 hover:text-ink ${triggerClass}`}
      hidesArrow
    />
  );
}
