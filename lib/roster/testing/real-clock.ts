import { asInstant } from "#lib/schedule/types.ts";
import type { Clock } from "../ports.ts";

/** The machine's clocks, for tests of rooms that may not know lib/server. */
export const realClock: Clock = {
  now: () => asInstant(Date.now()),
  monotonicMs: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const timer = setTimeout(resolve, ms);
      const wake = () => {
        clearTimeout(timer);
        resolve();
      };
      signal?.addEventListener("abort", wake, { once: true });
    }),
};
