"use client";

import { StatusMark } from "#components/agent/status-mark.tsx";
import { Chip } from "#components/ui/chip.tsx";
import type { Status } from "#lib/schedule/types.ts";
import { CHIP_ORDER, toggleStatus } from "./filter-state.ts";
import { useView, useWords } from "./use-view.tsx";

interface StatusChipsProps {
  /** Agents of the whole roster by status; a filter does not change them. */
  readonly counts: Readonly<Record<Status, number>>;
}

/** One chip a status, in a group of its own. None pressed shows all but removed. */
export function StatusChips({ counts }: StatusChipsProps) {
  const { view, setView } = useView();
  const { filter, statusShort } = useWords();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot lie in a scrolling row of a flex box everywhere
    <div role="group" aria-label={filter.statuses} className="flex shrink-0 items-center gap-2">
      {CHIP_ORDER.map((status) => (
        <Chip
          key={status}
          compact
          pressed={view.status.includes(status)}
          mark={<StatusMark status={status} />}
          label={statusShort[status]}
          count={counts[status]}
          data-filter-status={status}
          onClick={() => setView({ status: toggleStatus(view.status, status) })}
        />
      ))}
    </div>
  );
}
