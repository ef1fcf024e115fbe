"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactNode } from "react";
import { cx, FLOATING } from "./class-names.ts";

interface PopoverProps {
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

/** A button that opens a small layer below it; Escape and a press outside close it, and focus returns. */
export function Popover(props: PopoverProps) {
  const { trigger, triggerClass, triggerLabel, title, align = "start", open, onOpenChange, children } = props;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Trigger className={triggerClass} aria-label={triggerLabel}>
        {trigger}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={6} align={align} className="z-20">
          <Base.Popup
            className={cx(
              FLOATING,
              "max-h-(--available-height) max-w-(--available-width) overflow-y-auto p-4",
            )}
          >
            <Base.Title className="mb-3 text-title">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
