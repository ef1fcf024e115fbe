"use client";
import { type ComponentType, type ReactNode, useEffect, useEffectEvent, useState } from "react";
import { progressStore, useProgress } from "./progress.ts";

/** A component whose code is fetched when it is first wanted, and once. */
export interface OnDemand<P> {
  /** Undefined until it has been fetched. */
  loaded?: ComponentType<P>;
  /** Rejects where the code does not come; the next call tries again. */
  fetch(): Promise<ComponentType<P>>;
  /** Begins to fetch: it may soon be wanted. */
  foresee(): void;
}

export function onDemand<P>(load: () => Promise<ComponentType<P>>): OnDemand<P> {
  const layer: OnDemand<P> = {
    async fetch() {
      layer.loaded ??= await load();
      return layer.loaded;
    },
    foresee: () => void layer.fetch().catch(() => undefined),
  };
  return layer;
}

/**
 * The component, once it has been wanted and fetched, and from then on; null before. While it is waited for, the page
 * says so, and `leave` is how to want it no more; it is also called where the code does not come. `isQuiet`: nobody
 * pressed anything for it, so neither is said; the next time it is wanted it is tried again.
 */
export function useOnDemand<P>(
  layer: OnDemand<P>,
  isWanted: boolean,
  leave: () => void,
  isQuiet = false,
): { readonly Layer: ComponentType<P> | null; readonly isSlow: boolean } {
  const [Layer, setLayer] = useState<ComponentType<P> | null>(null);
  const isWaiting = isWanted && Layer === null;
  const isSlow = useProgress(isWaiting && !isQuiet, null, leave);
  const onFailed = useEffectEvent(() => {
    if (!isQuiet) progressStore.fail();
    leave();
  });
  useEffect(() => {
    if (!isWaiting) return;
    let isStillWanted = true;
    layer.fetch().then(
      (loaded) => isStillWanted && setLayer(() => loaded),
      () => isStillWanted && onFailed(),
    );
    return () => {
      isStillWanted = false;
    };
  }, [layer, isWaiting]);
  return { Layer, isSlow };
}

interface TriggerStandInProps {
  readonly className: string;
  readonly label?: string | undefined;
  readonly popup: "dialog" | "listbox";
  /** The layer has been asked for, and is long in coming. */
  readonly isBusy: boolean;
  /** Fetches the code of the layer: a hand or a focus on the button foretells the press. */
  readonly onNear: () => void;
  readonly onOpen: () => void;
  readonly children: ReactNode;
}

/** Looks and reads like the button of a layer before the layer's code is here, which a first visit may never need. */
export function TriggerStandIn(props: TriggerStandInProps) {
  const { className, label, popup, isBusy, onNear, onOpen, children } = props;
  return (
    <button
      type="button"
      className={className}
      aria-label={label}
      aria-haspopup={popup}
      aria-expanded={false}
      aria-busy={isBusy}
      onPointerEnter={onNear}
      onFocus={onNear}
      onClick={onOpen}
    >
      {children}
    </button>
  );
}
