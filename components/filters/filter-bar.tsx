"use client";

import { useRef, useState } from "react";
import { useShortcuts } from "#components/shell/use-shortcuts.ts";
import { Button, IconButton } from "#components/ui/button.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { NO_FILTERS } from "#lib/schedule/select.ts";
import type { Skill, Status } from "#lib/schedule/types.ts";
import { GroupSelect } from "./arrangement.tsx";
import { type DepartmentChoice, DepartmentPicker } from "./department-picker.tsx";
import { ExceptionChips } from "./exception-chips.tsx";
import { FilterSheet } from "./filter-sheet.tsx";
import { countFilters } from "./filter-state.ts";
import { SearchBox } from "./search-box.tsx";
import { SkillPicker } from "./skill-picker.tsx";
import { StatusChips } from "./status-chips.tsx";
import { useView, useWords } from "./use-view.tsx";

interface FilterBarProps {
  /** Agents of the whole roster by status. */
  readonly counts: Readonly<Record<Status, number>>;
  readonly skills: readonly Skill[];
  readonly departments: readonly DepartmentChoice[];
  /** Agents on screen, and agents of the desk. */
  readonly shown: number;
  readonly total: number;
  /** Agents on shift now, for the phone's chip. */
  readonly onShift?: number;
}

/** Who is on the board. Where the window is narrow the row scrolls sideways, and a sheet holds the rest. */
export function FilterBar({ counts, skills, departments, shown, total, onShift }: FilterBarProps) {
  const { view, setView } = useView();
  const { filter, actions } = useWords();
  const search = useRef<HTMLInputElement>(null);
  const [isSheetOpen, setSheetOpen] = useState(false);
  const active = countFilters(view);
  useShortcuts({
    "/": () => {
      const box = search.current;
      // Not laid out on a narrow screen: the sheet has a search box of its own.
      if (box === null || box.offsetParent === null) setSheetOpen(true);
      else box.select();
    },
  });
  return (
    <search
      aria-label={filter.label}
      className="scrollbar-none flex min-h-filters items-center gap-2 overflow-x-auto xl:flex-wrap border-b border-line-strong bg-canvas px-4 py-1 print:hidden"
    >
      <IconButton
        icon="filter"
        label={filter.open(active)}
        className="border border-line-strong bg-surface md:hidden"
        onClick={() => setSheetOpen(true)}
      />
      <SearchBox ref={search} className="w-36 max-w-52 grow max-md:hidden" />
      <span className="contents md:hidden">
        <Chip
          pressed={view.on}
          mark={<Icon name="users" />}
          label={filter.onShift}
          {...(onShift === undefined ? {} : { count: onShift })}
          onClick={() => setView({ on: !view.on })}
        />
      </span>
      <ExceptionChips />
      <StatusChips counts={counts} />
      <span aria-hidden="true" className="h-5 w-px shrink-0 bg-line-strong max-md:hidden" />
      <SkillPicker skills={skills} />
      <DepartmentPicker departments={departments} />
      <span className="contents max-md:hidden">
        <Switch checked={view.on} onChange={(on) => setView({ on })}>
          {filter.onShift}
        </Switch>
        <span className="ml-auto shrink-0 pl-2 xl:max-[1400px]:hidden whitespace-nowrap text-ink-2">
          {filter.shown(shown, total)}
        </span>
        <GroupSelect />
        {active > 0 && (
          <Button look="link" onClick={() => setView(NO_FILTERS)}>
            {actions.clear}
          </Button>
        )}
      </span>
      <FilterSheet shown={shown} total={total} open={isSheetOpen} onOpenChange={setSheetOpen} />
    </search>
  );
}
