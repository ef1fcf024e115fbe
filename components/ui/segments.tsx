"use client";

import { useId } from "react";
import type { Choice } from "./select.tsx";

interface SegmentsProps<V extends string> {
  readonly title: string;
  /** Hides the title, where what stands around says it; it stays the name of the group. */
  readonly hidesTitle?: boolean;
  readonly value: V;
  readonly choices: readonly Choice<V>[];
  readonly onChange: (value: V) => void;
}

/** Two or three choices side by side, of which one holds: real radio buttons, moved through with the arrow keys. */
export function Segments<V extends string>({
  title,
  hidesTitle = false,
  value,
  choices,
  onChange,
}: SegmentsProps<V>) {
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className={hidesTitle ? "sr-only" : "mb-1 text-small text-ink-2"}>{title}</legend>
      <div className="flex rounded-control bg-sunken p-0.5">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex min-h-7 flex-1 select-none items-center justify-center rounded-chip px-3 text-small whitespace-nowrap text-ink-2 has-checked:bg-surface has-checked:font-medium has-checked:text-ink has-checked:shadow-edge has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
              className="sr-only"
            />
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
