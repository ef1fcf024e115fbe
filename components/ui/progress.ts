"use client";
import { useEffect, useEffectEvent, useState } from "react";

/**
 * What takes long says so. Whoever starts something calls `useProgress`; one place of the page shows the latest of all
 * that is running, with a way to leave it (`ProgressPlace`).
 */

/** What is quicker than this, in ms, says nothing: a message that comes and goes at once would only flicker. */
export const SLOW_MS = 300;

export interface Running {
  /** What is going on, in words; null: it loads. */
  readonly text: string | null;
  /** Stops it, or stops waiting for it; null: there is nothing to leave but the page. */
  readonly leave: (() => void) | null;
}

interface Told {
  /** The latest of what has been running for long, or null. */
  readonly running: Running | null;
  /** Something ended without what it was for, and nobody has dismissed the message yet. */
  readonly hasFailed: boolean;
}

/** Outside React, since a tab has one such place, and what runs may be anywhere below it. */
const running = new Set<Running>();
const listeners = new Set<() => void>();
const QUIET: Told = { running: null, hasFailed: false };
let told: Told = QUIET;

function tell(hasFailed: boolean): void {
  told = { running: [...running].at(-1) ?? null, hasFailed };
  for (const listener of listeners) listener();
}

export const progressStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  told: () => told,
  onServer: () => QUIET,
  /** Shows it as the latest until the returned function is called. */
  show(one: Running): () => void {
    running.add(one);
    tell(false);
    return () => {
      running.delete(one);
      tell(told.hasFailed);
    };
  },
  /** Says that something could not be done; no reason is known that a viewer could mend. */
  fail: () => tell(true),
  dismiss: () => tell(false),
};

/** Whether this has been running for longer than `SLOW_MS` without a break. */
export function useSlow(isRunning: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isRunning) return;
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [isRunning]);
  return isRunning && isSlow;
}

/**
 * Says on the page what is running, once it has for `SLOW_MS`, and offers `leave` there and on Escape. Returns whether it
 * says so, for the look of whatever was pressed.
 */
export function useProgress(isRunning: boolean, text: string | null, leave?: () => void): boolean {
  const isSlow = useSlow(isRunning);
  const canLeave = leave !== undefined;
  const onLeave = useEffectEvent(() => leave?.());
  useEffect(() => {
    if (!isSlow) return;
    return progressStore.show({ text, leave: canLeave ? () => onLeave() : null });
  }, [isSlow, text, canLeave]);
  return isSlow;
}
