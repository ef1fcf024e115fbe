"use client";

import { useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { NO_FILTERS } from "#lib/schedule/select.ts";
import { GroupSelect, SortSelect } from "./arrangement.tsx";
import { countFilters } from "./filter-state.ts";
import { SearchBox } from "./search-box.tsx";
import { useView, useWords } from "./use-view.tsx";

interface FilterSheetProps {
  readonly shown: number;
  readonly total: number;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** On a narrow screen: what the row of chips has no room for. */
export function FilterSheet({ shown, total, open, onOpenChange }: FilterSheetProps) {
  const { view, setView } = useView();
  const { filter, actions } = useWords();
  const search = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      shape="sheet"
      title={filter.label}
      closeLabel={actions.close}
      open={open}
      onOpenChange={onOpenChange}
      initialFocus={search}
    >
      <div className="flex flex-col gap-4 pt-1">
        <SearchBox ref={search} />
        <Switch checked={view.on} onChange={(on) => setView({ on })}>
          {filter.onShift}
        </Switch>
        <div className="flex flex-wrap items-center gap-4">
          <GroupSelect />
          <SortSelect />
        </div>
        <div className="flex items-center justify-between">
          <span className="text-ink-2">{filter.shown(shown, total)}</span>
          {countFilters(view) > 0 && (
            <Button look="link" onClick={() => setView(NO_FILTERS)}>
              {actions.clearFilters}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}
