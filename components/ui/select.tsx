"use client";

import { buttonClass } from "./class-names.ts";
import { Icon, type IconName } from "./icon.tsx";
import { type Choice, Menu, MenuChoices } from "./menu.tsx";

interface SelectProps<V extends string> {
  /** What is chosen, for the accessible name: "Group by". */
  readonly label: string;
  readonly icon?: IconName;
  readonly value: V;
  readonly choices: readonly Choice<V>[];
  readonly onChange: (value: V) => void;
  /** Classes of the button; by default an outlined control. */
  readonly triggerClass?: string;
  readonly hidesArrow?: boolean;
}

/** A button that shows the one choice that holds, and opens the others. */
export function Select<V extends string>(props: SelectProps<V>) {
  const { label, icon, value, choices, onChange, triggerClass = buttonClass("field"), hidesArrow } = props;
  const chosen = choices.find((choice) => choice.value === value)?.label ?? value;
  return (
    <Menu
      align="end"
      label={`${label}: ${chosen}`}
      triggerClass={triggerClass}
      trigger={
        <>
          {icon && <Icon name={icon} />}
          {chosen}
          {hidesArrow !== true && <Icon name="down" className="text-ink-3" />}
        </>
      }
    >
      <MenuChoices title={label} value={value} choices={choices} onChange={onChange} />
    </Menu>
  );
}
