"use client";

import { PickerFilter } from "./picker-filter.tsx";
import { useView, useWords } from "./use-view.tsx";

/** Agents of any of the chosen departments. */
export function DepartmentPicker({ departments }: { readonly departments: readonly string[] }) {
  const { view, setView } = useView();
  const { filter } = useWords();
  return (
    <PickerFilter
      label={filter.departments}
      oneLabel={filter.department}
      items={departments.map((name) => ({ value: name, label: name }))}
      selected={view.department}
      onChange={(department) => setView({ department })}
      searchLabel={filter.searchDepartments}
    />
  );
}
