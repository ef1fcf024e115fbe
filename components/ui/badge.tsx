import type { ReactNode } from "react";
import { cx } from "./class-names.ts";

const TONES = {
  neutral: "bg-sunken text-ink-2",
  accent: "bg-accent-soft text-accent-ink",
  away: "bg-away-soft text-away-ink",
  danger: "bg-danger-soft text-danger-ink",
  fall: "bg-fall-soft text-fall-ink",
} as const;

interface BadgeProps {
  readonly tone?: keyof typeof TONES;
  readonly children: ReactNode;
}

/** A small label that says a kind or a count. Its colour only repeats what its word says. */
export function Badge({ tone = "neutral", children }: BadgeProps) {
  return (
    <span className={cx("inline-flex items-center rounded-chip px-1.5 text-label", TONES[tone])}>
      {children}
    </span>
  );
}
