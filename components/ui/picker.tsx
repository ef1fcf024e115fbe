"use client";

import { type ReactNode, useState } from "react";
import { type OnDemand, onDemand, TriggerStandIn, useOnDemand } from "./on-demand.tsx";

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
const manyLayer = onDemand(() => load().then((module) => module.ManyPickerLayer));
const oneLayer = onDemand(() => load().then((module) => module.OnePickerLayer));

/** A button that opens a searchable list of which any number of lines can be ticked. */
export function ManyPicker(props: ManyPickerProps) {
  const { Layer, standIn } = useFirstPress(manyLayer, props);
  return Layer ? <Layer {...props} /> : standIn;
}

/** A button that opens a searchable list of which exactly one line holds. */
export function OnePicker(props: OnePickerProps) {
  const { Layer, standIn } = useFirstPress(oneLayer, props, props.onOpenChange);
  return Layer ? <Layer {...props} /> : standIn;
}

/** The layer opens itself when it comes, so that it is wanted from the first press until that is taken back. */
function useFirstPress<P>(
  layer: OnDemand<P>,
  { trigger, triggerClass, triggerLabel }: PickerProps,
  onOpenChange?: (open: boolean) => void,
) {
  const [isPressed, setPressed] = useState(false);
  const press = (is: boolean) => {
    setPressed(is);
    onOpenChange?.(is);
  };
  const { Layer, isSlow } = useOnDemand(layer, isPressed, () => press(false));
  const standIn = (
    <TriggerStandIn
      className={triggerClass}
      label={triggerLabel}
      popup="dialog"
      isBusy={isSlow}
      onNear={layer.foresee}
      onOpen={() => press(true)}
    >
      {trigger}
    </TriggerStandIn>
  );
  return { Layer, standIn };
}
