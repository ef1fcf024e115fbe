"use client";
import { useSyncExternalStore } from "react";
import { useWords } from "#components/filters/use-view.tsx";
import { useProgress } from "#components/ui/progress.ts";
import { type Errand, errandStore } from "./errands.ts";

export function useIsRunning(errand: Errand): boolean {
  return useSyncExternalStore(
    errandStore.subscribe,
    () => errandStore.isRunning(errand),
    () => false,
  );
}

/** Says that errands are running, and lets them be left. Stands once, where no page and no menu unmounts it. */
export function useErrandProgress(): void {
  const { progress } = useWords();
  useProgress(useIsRunning("file"), progress.file, () => errandStore.leave("file"));
  useProgress(useIsRunning("signOut"), progress.signOut, () => errandStore.leave("signOut"));
}
