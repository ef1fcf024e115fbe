import type { Clock } from "#lib/roster/ports.ts";
import { asInstant } from "#lib/schedule/types.ts";

/** The machine's clocks. A sleep does not keep the process alive. */
export const systemClock: Clock = {
  now: () => asInstant(Date.now()),
  monotonicMs: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const wake = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      timer.unref();
      signal?.addEventListener("abort", wake, { once: true });
    }),
};
