"use client";
import { type ReactNode, useState } from "react";

/** Whether this has ever been true: what was opened once stays, so that it can close in its own time. */
export function useEver(is: boolean): boolean {
  const [wasEver, setEver] = useState(is);
  if (is && !wasEver) setEver(true);
  return is || wasEver;
}

interface TriggerStandInProps {
  readonly className: string;
  readonly label?: string | undefined;
  readonly popup: "dialog" | "listbox";
  /** Fetches the code of the layer: a hand or a focus on the button foretells the press. */
  readonly onNear: () => void;
  readonly onOpen: () => void;
  readonly children: ReactNode;
}

/** Looks and reads like the button of a layer before the layer's code is here, which a first visit may never need. */
export function TriggerStandIn(props: TriggerStandInProps) {
  const { className, label, popup, onNear, onOpen, children } = props;
  return (
    <button
      type="button"
      className={className}
      aria-label={label}
      aria-haspopup={popup}
      aria-expanded={false}
      onPointerEnter={onNear}
      onFocus={onNear}
      onClick={onOpen}
    >
      {children}
    </button>
  );
}
