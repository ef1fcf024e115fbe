"use client";

import type { ReactNode } from "react";
import { onDemand, TriggerStandIn, useOnDemand } from "./on-demand.tsx";

export interface PopoverProps {
  /** What the button shows. */
  readonly trigger: ReactNode;
  readonly triggerClass: string;
  /** The button's accessible name, where what it shows is not enough. */
  readonly triggerLabel?: string;
  /** Heading of the layer, and its accessible name. */
  readonly title: string;
  readonly align?: "start" | "end";
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly children: ReactNode;
}

const popoverLayer = onDemand(() => import("./popover-layer.tsx").then((module) => module.PopoverLayer));

/** A button that opens a small layer below it; Escape and a press outside close it, and focus returns. */
export function Popover(props: PopoverProps) {
  const { trigger, triggerClass, triggerLabel, open, onOpenChange } = props;
  const { Layer, isSlow } = useOnDemand(popoverLayer, open, () => onOpenChange(false));
  if (Layer !== null) return <Layer {...props} />;
  return (
    <TriggerStandIn
      className={triggerClass}
      label={triggerLabel}
      popup="dialog"
      isBusy={isSlow}
      onNear={popoverLayer.foresee}
      onOpen={() => onOpenChange(true)}
    >
      {trigger}
    </TriggerStandIn>
  );
}
