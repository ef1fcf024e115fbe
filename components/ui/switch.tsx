import type { ReactNode } from "react";

interface SwitchProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** The visible word, which is also the name and part of the target. */
  readonly children: ReactNode;
}

/** A setting that is on or off, with its word: the browser's own box, drawn as a switch. The whole label is the target, 24 px high at least. */
export function Switch({ checked, onChange, children }: SwitchProps) {
  return (
    <label className="inline-flex min-h-control shrink-0 select-none items-center gap-2 whitespace-nowrap text-body text-ink-2">
      <input
        type="checkbox"
        role="switch"
        aria-checked={checked}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="relative m-0 h-4 w-7 shrink-0 cursor-pointer appearance-none rounded-pill border border-control bg-sunken transition-colors before:absolute before:-inset-1 after:absolute after:top-1/2 after:left-px after:size-2.5 after:-translate-y-1/2 after:rounded-pill after:bg-control after:transition-transform checked:border-accent checked:bg-accent checked:after:translate-x-3.5 checked:after:bg-on-accent"
      />
      {children}
    </label>
  );
}
