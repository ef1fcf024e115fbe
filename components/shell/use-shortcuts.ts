"use client";

import { useEffect, useEffectEvent } from "react";
import { type ShortcutKey, shortcutOf } from "./shortcut.ts";
import { useSingleKeys } from "./use-single-keys.ts";

/** Where keys have a meaning of their own: fields, and layers above the page. */
const BUSY =
  "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]";

/** Calls a handler when its single key is pressed, unless keys are switched off or wanted elsewhere. */
export function useShortcuts(handlers: Readonly<Partial<Record<ShortcutKey, () => void>>>): void {
  const [areOn] = useSingleKeys();
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const key = shortcutOf(event);
    const handler = key === null ? undefined : handlers[key];
    if (handler === undefined) return;
    if (event.target instanceof Element && event.target.closest(BUSY) !== null) return;
    event.preventDefault();
    handler();
  });
  useEffect(() => {
    if (!areOn) return;
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [areOn]);
}
