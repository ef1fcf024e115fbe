"use client";

import type { ReactNode, RefObject } from "react";
import { onDemand, useOnDemand } from "./on-demand.tsx";

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

const dialogLayer = onDemand(() => import("./dialog-layer.tsx").then((module) => module.DialogLayer));

/** A window above the page that keeps focus until it is closed; Escape closes it. Its code comes with the first opening. */
export function Dialog(props: DialogProps) {
  const { Layer } = useOnDemand(dialogLayer, props.open, () => props.onOpenChange(false));
  return Layer && <Layer {...props} />;
}
