"use client";

import { lazy, type ReactNode, Suspense } from "react";
import { TriggerStandIn, useEver } from "./on-demand.tsx";

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

const load = () => import("./popover-layer.tsx");
const PopoverLayer = lazy(() => load().then((module) => ({ default: module.PopoverLayer })));

/** A button that opens a small layer below it; Escape and a press outside close it, and focus returns. */
export function Popover(props: PopoverProps) {
  const { trigger, triggerClass, triggerLabel, open, onOpenChange } = props;
  const standIn = (
    <TriggerStandIn
      className={triggerClass}
      label={triggerLabel}
      popup="dialog"
      onNear={load}
      onOpen={() => onOpenChange(true)}
    >
      {trigger}
    </TriggerStandIn>
  );
  if (!useEver(open)) return standIn;
  return (
    <Suspense fallback={standIn}>
      <PopoverLayer {...props} />
    </Suspense>
  );
}
