"use client";
import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type SyntheticEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";

export interface CardTarget {
  readonly agentId: string;
  readonly anchor: HTMLElement;
}

/** Rest this long on a name before its card opens; leave it this long before it closes (design tokens, section 6). */
const OPEN_MS = 250;
const CLOSE_MS = 180;

/**
 * One card for all rows, found by delegation: opens after a rest of the pointer, at once on keyboard
 * focus or tap, stays while it is pointed at, closes on Escape.
 */
export function useHoverCard() {
  const [target, setTarget] = useState<CardTarget | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const later = useCallback((next: CardTarget | null, ms: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setTarget(next), ms);
  }, []);
  const close = useCallback(() => {
    clearTimeout(timer.current);
    setTarget(null);
  }, []);
  const openNow = useCallback((next: CardTarget) => {
    clearTimeout(timer.current);
    setTarget(next);
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    // With a card open the key is used up, and leaves nothing else.
    if (target !== null) event.preventDefault();
    close();
  };
  const onPointerOver = (event: PointerEvent) => {
    if (event.pointerType === "touch") return;
    const next = targetOf(event);
    if (next !== null) later(next, target === null ? OPEN_MS : 80);
    else if (target !== null) later(null, CLOSE_MS);
    else clearTimeout(timer.current);
  };
  const onFocus = (event: FocusEvent) => {
    const next = targetOf(event);
    if (next?.anchor.matches(":focus-visible")) openNow(next);
    else if (next === null) close();
  };
  const onBlur = (event: FocusEvent) => {
    if (!(event.relatedTarget instanceof Element && event.relatedTarget.closest("[data-hover-card]")))
      later(null, 0);
  };
  return {
    target,
    close,
    openNow,
    /** For the keys of all that has cards. */
    onKeyDown,
    anchorHandlers: { onPointerOver, onPointerLeave: () => later(null, CLOSE_MS), onFocus, onBlur },
    cardHandlers: {
      onPointerEnter: () => clearTimeout(timer.current),
      onPointerLeave: () => later(null, CLOSE_MS),
    },
  };
}

/** The name cell in which an event happened. */
export function targetOf({ target }: Pick<SyntheticEvent, "target">): CardTarget | null {
  const anchor = target instanceof Element ? target.closest<HTMLElement>("[data-card-anchor]") : null;
  const agentId = anchor?.dataset.cardAnchor;
  return anchor && agentId !== undefined ? { agentId, anchor } : null;
}
