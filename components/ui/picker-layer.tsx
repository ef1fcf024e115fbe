"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { memo, useMemo, useRef } from "react";
import { cx, FLOATING, LIST_ITEM } from "./class-names.ts";
import { Icon } from "./icon.tsx";
import type { ManyPickerProps, OnePickerProps, PickerItem, PickerProps } from "./picker.tsx";

/** Literal and without regard to case, on the label, the hint and the other spellings; never a pattern, never a locale's own order. */
function matches(item: PickerItem | undefined, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  return (
    item !== undefined &&
    `${item.label}\n${item.hint ?? ""}\n${item.searchKeys ?? ""}`.toLowerCase().includes(wanted)
  );
}

/** What the list is made of: the same objects for the same items, or it would be searched and drawn anew at each choice. */
function useLines(items: readonly PickerItem[]) {
  return useMemo(() => {
    const byValue = new Map(items.map((item) => [item.value, item]));
    return {
      byValue,
      values: [...byValue.keys()],
      filter: (value: string, query: string) => matches(byValue.get(value), query),
      labelOf: (value: string) => byValue.get(value)?.label ?? value,
    };
  }, [items]);
}

/** A `ManyPicker` that has been opened. */
export function ManyPickerLayer({ selected, onChange, limit = -1, ...rest }: ManyPickerProps) {
  const lines = useLines(rest.items);
  return (
    <Base.Root<string, true>
      multiple
      defaultOpen
      limit={limit}
      items={lines.values}
      value={[...selected]}
      onValueChange={onChange}
      filter={lines.filter}
      itemToStringLabel={lines.labelOf}
    >
      <PickerLayer {...rest} byValue={lines.byValue} mark={TICK_BOX} />
    </Base.Root>
  );
}

/** A `OnePicker` that has been opened. */
export function OnePickerLayer({ selected, onChange, onOpenChange, ...rest }: OnePickerProps) {
  const lines = useLines(rest.items);
  return (
    <Base.Root<string, false>
      defaultOpen
      items={lines.values}
      value={selected}
      onOpenChange={onOpenChange}
      onValueChange={(value) => value !== null && onChange(value)}
      filter={lines.filter}
      itemToStringLabel={lines.labelOf}
    >
      <PickerLayer {...rest} byValue={lines.byValue} mark={TICK} />
    </Base.Root>
  );
}

const TICK = "text-accent-ink";
const TICK_BOX =
  "rounded-chip border border-control text-on-accent group-data-selected:border-accent group-data-selected:bg-accent";

interface LayerProps extends PickerProps {
  readonly byValue: ReadonlyMap<string, PickerItem>;
  /** Classes of the place where a chosen line is ticked. */
  readonly mark: string;
}

function PickerLayer(props: LayerProps) {
  const { trigger, triggerClass, triggerLabel, title, searchLabel, noneFound, extra, byValue, mark } = props;
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      {/* It opens a layer and takes no text: a button, which is also named by what it shows. */}
      <Base.Trigger ref={button} role="button" className={triggerClass} aria-label={triggerLabel}>
        {trigger}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={6} align="start" className="z-20">
          <Base.Popup
            finalFocus={button}
            aria-label={title}
            className={cx(FLOATING, "w-80 max-w-(--available-width) p-1.5")}
          >
            <div className="flex items-center gap-2 rounded-control border border-control bg-surface px-2 focus-within:outline-2 focus-within:outline-accent">
              <Icon name="search" className="text-ink-3" />
              <Base.Input
                aria-label={searchLabel}
                placeholder={searchLabel}
                className="h-control w-full bg-transparent text-body outline-none"
              />
            </div>
            {extra}
            <Base.Empty className="text-small text-ink-3 not-empty:px-2 not-empty:py-3">
              {noneFound}
            </Base.Empty>
            <Base.List
              aria-label={title}
              className="mt-1 max-h-[min(20rem,calc(var(--available-height)-6rem))] scroll-py-1 overflow-y-auto overscroll-contain"
            >
              {(value: string) => (
                <PickerLine key={value} item={byValue.get(value) ?? { value, label: value }} mark={mark} />
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </>
  );
}

interface PickerLineProps {
  readonly item: PickerItem;
  readonly mark: string;
}

const PickerLine = memo(function PickerLine({ item, mark }: PickerLineProps) {
  return (
    <Base.Item value={item.value} className={cx(LIST_ITEM, "group")} {...item.data}>
      <span aria-hidden="true" className={cx("flex size-4 shrink-0 items-center justify-center", mark)}>
        <Base.ItemIndicator>
          <Icon name="check" className="size-3" />
        </Base.ItemIndicator>
      </span>
      <bdi className="min-w-0 flex-1 truncate">{item.label}</bdi>
      {item.hint !== undefined && <span className="truncate text-small text-ink-3">{item.hint}</span>}
      {item.count !== undefined && <span className="text-small text-ink-3">{item.count}</span>}
    </Base.Item>
  );
});
