"use client";

import type { ReactNode } from "react";
import { IconButton } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/class-names.ts";
import { Icon } from "#components/ui/icon.tsx";
import { ManyPicker, type PickerItem } from "#components/ui/picker.tsx";
import { useWords } from "./use-view.tsx";

interface PickerFilterProps {
  /** On the button while nothing is chosen: "Skills". */
  readonly label: string;
  /** Before the one choice: "Skill". */
  readonly oneLabel: string;
  readonly items: readonly PickerItem[];
  readonly selected: readonly string[];
  readonly onChange: (selected: readonly string[]) => void;
  readonly searchLabel: string;
  readonly extra?: ReactNode;
}

/** A filter by any number of choices: its button says the one choice by name, or how many there are. */
export function PickerFilter(props: PickerFilterProps) {
  const { label, oneLabel, items, selected, onChange, searchLabel, extra } = props;
  const { filter } = useWords();
  const [only] = selected;
  const isActive = only !== undefined;
  const chosen = items.find((item) => item.value === only)?.label ?? only;
  const said =
    chosen === undefined
      ? label
      : selected.length === 1
        ? filter.chosen(oneLabel, chosen)
        : filter.several(label, selected.length);
  const trigger = (
    <>
      <span className="max-w-48 truncate">{said}</span>
      {!isActive && <Icon name="down" className="text-ink-3" />}
    </>
  );
  return (
    <span className="relative inline-flex shrink-0">
      <ManyPicker
        items={items}
        selected={selected}
        onChange={onChange}
        trigger={trigger}
        triggerClass={buttonClass(
          isActive ? "picked" : "field",
          `max-md:rounded-pill ${isActive ? "pr-8" : ""}`,
        )}
        title={label}
        searchLabel={searchLabel}
        noneFound={filter.noneFound}
        extra={extra}
      />
      {isActive && (
        <IconButton
          icon="close"
          label={filter.remove(label)}
          className="absolute! inset-y-0 right-0.5 my-auto size-6! text-accent-ink"
          onClick={() => onChange([])}
        />
      )}
    </span>
  );
}
