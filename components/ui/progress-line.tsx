"use client";
import type { ReactNode } from "react";
import { useSlow } from "./progress.ts";
import { Skeleton } from "./skeleton.tsx";

interface ProgressLineProps {
  readonly text: string;
  /** A way to leave it. */
  readonly children?: ReactNode;
}

/** Words for something that is running, with a mark that pulses as the bones of a skeleton do. */
export function ProgressLine({ text, children }: ProgressLineProps) {
  return (
    <span className="flex items-center gap-3 text-body text-ink">
      <Skeleton className="h-1 w-6 shrink-0 rounded-pill bg-accent!" />
      <span>{text}</span>
      {children}
    </span>
  );
}

/** The same in its own place, once it has run for long: in a dialog, which keeps the rest of the page from being read. */
export function SlowLine({ isRunning, ...line }: ProgressLineProps & { readonly isRunning: boolean }) {
  const isSlow = useSlow(isRunning);
  return <div role="status">{isSlow && <ProgressLine {...line} />}</div>;
}
