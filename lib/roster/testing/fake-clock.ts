import { asInstant, type Instant } from "#lib/schedule/types.ts";
import type { Clock } from "../ports.ts";

/** A clock that stands still until a test moves it. */
export interface FakeClock extends Clock {
  /** Moves both clocks on; everything that was to happen on the way has happened when it resolves. */
  advance(ms: number): Promise<void>;
  /** Moves the wall clock alone, as an administrator or NTP does. */
  setWallClock(at: Instant): void;
}

export const START_AT = asInstant(Date.parse("2026-11-19T09:20:00Z"));

export function createFakeClock(startAt: Instant = START_AT): FakeClock {
  let elapsedMs = 0;
  let wallAt: number = startAt;
  const sleepers = new Set<{ readonly atMs: number; readonly wake: () => void }>();

  const sleep = (ms: number, signal?: AbortSignal) =>
    new Promise<void>((resolve) => {
      const sleeper = { atMs: elapsedMs + ms, wake: finish };
      function finish() {
        sleepers.delete(sleeper);
        resolve();
      }
      if (signal?.aborted) return resolve();
      signal?.addEventListener("abort", finish, { once: true });
      sleepers.add(sleeper);
    });

  async function advance(ms: number): Promise<void> {
    const targetMs = elapsedMs + ms;
    await settle();
    for (;;) {
      const [next] = [...sleepers].sort((a, b) => a.atMs - b.atMs);
      if (next === undefined || next.atMs > targetMs) break;
      wallAt += Math.max(0, next.atMs - elapsedMs);
      elapsedMs = Math.max(elapsedMs, next.atMs);
      next.wake();
      await settle();
    }
    wallAt += targetMs - elapsedMs;
    elapsedMs = targetMs;
  }

  return {
    now: () => asInstant(wallAt),
    monotonicMs: () => elapsedMs,
    sleep,
    advance,
    setWallClock: (at) => {
      wallAt = at;
    },
  };
}

/** Lets every promise that can settle do so. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
}
