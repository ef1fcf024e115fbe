import "server-only";
import type { Runtime } from "./runtime.ts";

/** How a process ends (docs/operate.md, "Stopping"). The whole stays under ten seconds, whatever hangs. */
export interface StopTimes {
  /** Between saying "not ready" and accepting no more, so that whoever balances the load notices. */
  readonly noticeMs: number;
  /** How long running requests may take from then on. */
  readonly drainMs: number;
  /** How long rounds and the store may take to end after that. */
  readonly closeMs: number;
}

export const STOP_TIMES: StopTimes = { noticeMs: 2_000, drainMs: 5_000, closeMs: 2_000 };

const SIGNALS = { SIGINT: 2, SIGTERM: 15 } as const;

type Stoppable = Pick<Runtime, "log" | "traffic" | "stopping" | "stop">;

/** The first signal ends the process in good order, with status 0; a second one ends it at once. */
export function stopOnSignals(runtime: Stoppable, times: StopTimes = STOP_TIMES): void {
  for (const [name, number] of Object.entries(SIGNALS)) {
    process.on(name, () => {
      if (runtime.stopping.signal.aborted) process.exit(128 + number);
      void stop(runtime, name, times).then(() => process.exit(0));
    });
  }
}

async function stop({ log, traffic, stopping, stop }: Stoppable, signal: string, times: StopTimes) {
  log.info({ signal, requests: traffic.inFlight() }, "stopping");
  stopping.abort();
  traffic.turnAway();
  await waitFor(times.noticeMs);
  const inTime = await Promise.race([traffic.finish().then(() => true), waitFor(times.drainMs)]);
  if (inTime !== true) log.warn({ requests: traffic.inFlight() }, "requests did not end in time");
  traffic.cut();
  const closed = stop().then(
    () => true,
    (error: unknown) => log.error({ err: error }, "could not end in good order"),
  );
  if ((await Promise.race([closed, waitFor(times.closeMs)])) !== true)
    log.warn("something did not end in time");
  log.info("stopped");
}

/** Keeps the process alive, unlike the product's clock: whatever else it waits for may not. */
function waitFor(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
