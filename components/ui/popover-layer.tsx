"use client";

import { Popover as Base } from "@base-ui/react/popover";
import { useRef } from "react";
import { cx, FLOATING } from "./class-names.ts";
import type { PopoverProps } from "./popover.tsx";

/** The layer of a `Popover` with its button. */
export function PopoverLayer(props: PopoverProps) {
  const { trigger, triggerClass, triggerLabel, title, align = "start", open, onOpenChange, children } = props;
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Trigger ref={button} className={triggerClass} aria-label={triggerLabel}>
        {trigger}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={6} align={align} className="z-20">
          <Base.Popup
            finalFocus={button}
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
