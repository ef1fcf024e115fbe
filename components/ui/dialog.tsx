"use client";

import { lazy, type ReactNode, type RefObject, Suspense } from "react";
import { useEver } from "./on-demand.tsx";

export interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** A sheet rises from the lower edge, within reach of a thumb. */
  readonly shape?: "centre" | "sheet";
  /** Where focus goes on opening; by default to the first control. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

const DialogLayer = lazy(() =>
  import("./dialog-layer.tsx").then((module) => ({ default: module.DialogLayer })),
);

/** A window above the page that keeps focus until it is closed; Escape closes it. Its code comes with the first opening. */
export function Dialog(props: DialogProps) {
  if (!useEver(props.open)) return null;
  return (
    <Suspense fallback={null}>
      <DialogLayer {...props} />
    </Suspense>
  );
}
