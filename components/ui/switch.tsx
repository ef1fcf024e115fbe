"use client";

import { Switch as Base } from "@base-ui/react/switch";
import type { ReactNode } from "react";

interface SwitchProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** The visible word, which is also the name and part of the target. */
  readonly children: ReactNode;
}

/** A setting that is on or off, with its word. The whole label is the target, 24 px high at least. */
export function Switch({ checked, onChange, children }: SwitchProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: Base UI puts a real input beside the drawn switch
    <label className="inline-flex min-h-control shrink-0 select-none items-center gap-2 whitespace-nowrap text-body text-ink-2">
      <Base.Root
        checked={checked}
        onCheckedChange={onChange}
        className="relative flex h-4 w-7 shrink-0 items-center rounded-pill border border-control bg-sunken px-px transition-colors before:absolute before:-inset-1 data-checked:border-accent data-checked:bg-accent"
      >
        <Base.Thumb className="size-2.5 rounded-pill bg-control transition-transform data-checked:translate-x-3.5 data-checked:bg-on-accent" />
      </Base.Root>
      {children}
    </label>
  );
}
