"use client";

import { useSyncExternalStore } from "react";

/**
 * Whether single keys work (WCAG 2.2, 2.1.4: they can be switched off). Kept in this browser alone, in local
 * storage; where that is closed, as in some frames, for as long as the page lives.
 */
const STORAGE_KEY = "rota_single_keys";
const listeners = new Set<() => void>();
let fallback = "on";

function read(): string {
  try {
    return localStorage.getItem(STORAGE_KEY) ?? fallback;
  } catch {
    return fallback;
  }
}

function write(value: "on" | "off"): void {
  fallback = value;
  try {
    localStorage.setItem(STORAGE_KEY, value);
  } catch {
    // The page keeps it in `fallback`.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // Another tab has changed it.
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

export function useSingleKeys(): readonly [areOn: boolean, setOn: (on: boolean) => void] {
  const value = useSyncExternalStore(subscribe, read, () => "on");
  return [value !== "off", (on) => write(on ? "on" : "off")];
}
