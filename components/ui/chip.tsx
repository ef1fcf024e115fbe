import type { ComponentProps, ReactNode } from "react";
import { cx } from "./class-names.ts";

interface ChipProps extends Omit<ComponentProps<"button">, "aria-pressed" | "children" | "className"> {
  readonly pressed: boolean;
  /** A picture that tells the choice apart without its colour. */
  readonly mark: ReactNode;
  readonly label: string;
  readonly count?: number;
  /** Shows mark and count alone where the window is narrow; the name stays for assistive tools. */
  readonly compact?: boolean;
}

/** A pill that switches one choice on or off. */
export function Chip({ pressed, mark, label, count, compact = false, ...rest }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      title={compact ? label : undefined}
      className={cx(
        "inline-flex h-control shrink-0 select-none items-center gap-1.5 whitespace-nowrap rounded-pill border px-2.5 text-body transition-colors",
        pressed
          ? "border-accent bg-accent-soft text-accent-ink"
          : "border-line-strong bg-surface text-ink-2 hover:bg-sunken hover:text-ink",
      )}
      {...rest}
    >
      {mark}
      <span className={compact ? "md:max-xl:sr-only" : undefined}>{label}</span>{" "}
      {count !== undefined && <span className={cx("font-semibold", !pressed && "text-ink")}>{count}</span>}
    </button>
  );
}
