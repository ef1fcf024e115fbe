"use client";

import { lazy, type ReactNode, Suspense, useState } from "react";
import { TriggerStandIn } from "./on-demand.tsx";

/** One line of a list that can be searched. */
export interface PickerItem {
  readonly value: string;
  readonly label: string;
  /** A second, quieter text, which is searched too. */
  readonly hint?: string;
  /** Other spellings that a search finds, such as pinyin; not shown. */
  readonly searchKeys?: string;
  /** How many agents the line stands for. */
  readonly count?: number;
  /** Marks the line for measurement: `data-filter-skill`. */
  readonly data?: Readonly<Record<`data-${string}`, string>>;
}

export interface PickerProps {
  readonly items: readonly PickerItem[];
  /** What the button shows. */
  readonly trigger: ReactNode;
  readonly triggerClass: string;
  readonly triggerLabel?: string;
  /** Name of the layer and of the list. */
  readonly title: string;
  readonly searchLabel: string;
  readonly noneFound: string;
  /** Stands between the search box and the list. */
  readonly extra?: ReactNode;
}

export interface ManyPickerProps extends PickerProps {
  /** How many lines are listed at most; typing finds the others. Default: all. */
  readonly limit?: number;
  readonly selected: readonly string[];
  readonly onChange: (selected: readonly string[]) => void;
}

export interface OnePickerProps extends PickerProps {
  readonly selected: string;
  readonly onChange: (selected: string) => void;
  /** Lets a long list be made only when it is looked at. */
  readonly onOpenChange: (open: boolean) => void;
}

const load = () => import("./picker-layer.tsx");
const ManyPickerLayer = lazy(() => load().then((module) => ({ default: module.ManyPickerLayer })));
const OnePickerLayer = lazy(() => load().then((module) => ({ default: module.OnePickerLayer })));

/** A button that opens a searchable list of which any number of lines can be ticked. */
export function ManyPicker(props: ManyPickerProps) {
  return <OnFirstPress {...props}>{<ManyPickerLayer {...props} />}</OnFirstPress>;
}

/** A button that opens a searchable list of which exactly one line holds. */
export function OnePicker(props: OnePickerProps) {
  return (
    <OnFirstPress {...props} onOpen={() => props.onOpenChange(true)}>
      <OnePickerLayer {...props} />
    </OnFirstPress>
  );
}

type OnFirstPressProps = Pick<PickerProps, "trigger" | "triggerClass" | "triggerLabel"> & {
  readonly onOpen?: () => void;
  readonly children: ReactNode;
};

function OnFirstPress({ trigger, triggerClass, triggerLabel, onOpen, children }: OnFirstPressProps) {
  const [isPressed, setPressed] = useState(false);
  const open = () => {
    onOpen?.();
    setPressed(true);
  };
  const standIn = (
    <TriggerStandIn className={triggerClass} label={triggerLabel} popup="dialog" onNear={load} onOpen={open}>
      {trigger}
    </TriggerStandIn>
  );
  return isPressed ? <Suspense fallback={standIn}>{children}</Suspense> : standIn;
}
