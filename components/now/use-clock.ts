"use client";
import { useEffect, useState } from "react";
import { markNow, type ReadingClock, serverNow } from "#lib/client/clock.ts";
import type { Instant } from "#lib/schedule/types.ts";
import { MINUTE_MS, minuteStartOf } from "#lib/schedule/zone.ts";

/** A tick that comes this much later than asked for means that the machine slept. */
const SLEEP_MS = 30_000;

/**
 * The server's present, cut to the minute, since nothing on screen moves faster than the now-line.
 * Follows the clock of the last reading; `renderedAt` until there is one.
 */
export function useNowMinute(clock: ReadingClock | undefined, renderedAt: Instant): Instant {
  const [now, setNow] = useState(() => minuteStartOf(renderedAt));
  useEffect(() => {
    if (clock === undefined) return;
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const present = serverNow(clock, markNow());
      setNow(minuteStartOf(present));
      timer = setTimeout(tick, MINUTE_MS - (present % MINUTE_MS) + 20);
    };
    tick();
    const onVisible = () => {
      if (document.visibilityState === "visible") setNow(minuteStartOf(serverNow(clock, markNow())));
    };
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", onVisible);
    };
  }, [clock]);
  return now;
}

/** Renders again every `everyMs` with a fresh mark of the browser's stop-watches; null on the server. */
export function useTicks(everyMs: number): ReturnType<typeof markNow> | null {
  const [mark, setMark] = useState<ReturnType<typeof markNow> | null>(null);
  useEffect(() => {
    setMark(markNow());
    const timer = setInterval(() => setMark(markNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return mark;
}

/** Calls `onWake` when the machine comes back from sleep, which neither focus nor network events tell. */
export function useWake(onWake: () => void): void {
  useEffect(() => {
    let last = Date.now();
    const everyMs = 10_000;
    const timer = setInterval(() => {
      const now = Date.now();
      if (now - last > everyMs + SLEEP_MS && document.visibilityState === "visible") onWake();
      last = now;
    }, everyMs);
    return () => clearInterval(timer);
  }, [onWake]);
}
