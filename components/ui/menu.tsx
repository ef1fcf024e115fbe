"use client";

import { Menu as Base } from "@base-ui/react/menu";
import type { ReactNode } from "react";
import { cx, FLOATING, LIST_ITEM } from "./class-names.ts";
import { Icon, type IconName } from "./icon.tsx";

interface MenuProps {
  /** What the button shows. */
  readonly trigger: ReactNode;
  readonly triggerClass: string;
  /** The button's accessible name. */
  readonly label: string;
  readonly align?: "start" | "end";
  /** Groups and items. */
  readonly children: ReactNode;
}

/** A button that opens a list of commands or choices. */
export function Menu({ trigger, triggerClass, label, align = "start", children }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger className={triggerClass} aria-label={label}>
        {trigger}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={6} align={align} className="z-20">
          <Base.Popup className={cx(FLOATING, "max-h-(--available-height) min-w-44 overflow-y-auto p-1.5")}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
}

interface MenuChoicesProps<V extends string> {
  readonly title?: string;
  readonly value: V;
  readonly choices: readonly Choice<V>[];
  readonly onChange: (value: V) => void;
}

/** Choices of which exactly one holds. */
export function MenuChoices<V extends string>({ title, value, choices, onChange }: MenuChoicesProps<V>) {
  const choose = (given: unknown) => {
    const choice = choices.find((one) => one.value === given);
    if (choice) onChange(choice.value);
  };
  return (
    <Base.RadioGroup value={value} onValueChange={choose}>
      {title !== undefined && (
        <Base.GroupLabel className="px-2 pt-2 pb-1 text-label text-ink-3">{title}</Base.GroupLabel>
      )}
      {choices.map((choice) => (
        <Base.RadioItem key={choice.value} value={choice.value} closeOnClick className={LIST_ITEM}>
          <span className="size-4 shrink-0 text-accent-ink">
            <Base.RadioItemIndicator>
              <Icon name="check" />
            </Base.RadioItemIndicator>
          </span>
          {choice.label}
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

interface MenuItemProps {
  readonly icon: IconName;
  readonly onPick: () => void;
  readonly children: ReactNode;
}

export function MenuItem({ icon, onPick, children }: MenuItemProps) {
  return (
    <Base.Item onClick={onPick} className={LIST_ITEM}>
      <Icon name={icon} className="text-ink-3" />
      {children}
    </Base.Item>
  );
}

export function MenuLine() {
  return <Base.Separator className="my-1 h-px bg-line" />;
}
