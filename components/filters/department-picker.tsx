"use client";

import { useMemo } from "react";
import { PickerFilter } from "./picker-filter.tsx";
import { useView, useWords } from "./use-view.tsx";

export interface DepartmentChoice {
  readonly name: string;
  /** How many agents of the desk are in it. */
  readonly agents: number;
}

/** Agents of any of the chosen departments. */
export function DepartmentPicker({ departments }: { readonly departments: readonly DepartmentChoice[] }) {
  const { view, setView } = useView();
  const { filter } = useWords();
  const items = useMemo(
    () => departments.map(({ name, agents }) => ({ value: name, label: name, count: agents })),
    [departments],
  );
  return (
    <PickerFilter
      label={filter.departments}
      oneLabel={filter.department}
      items={items}
      selected={view.department.filter((name) => departments.some((one) => one.name === name))}
      onChange={(department) => setView({ department })}
      searchLabel={filter.searchDepartments}
    />
  );
}
