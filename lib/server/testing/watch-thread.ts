/** How long this thread was at one thing, as a chain of the shortest timers sees it. */
export interface Held {
  /** The longest stretch by the clock on the wall, ms; on a machine that others use too, their time is in it. */
  readonly wallMs: number;
  /** The longest stretch of the processor's time that this thread alone took, ms. */
  readonly cpuMs: number;
}

/** Watches from now on; the answer is for the time since the last one. */
export function watchThread(): { take(): Held; stop(): void } {
  let held: Held = { wallMs: 0, cpuMs: 0 };
  let wallMs = performance.now();
  let cpuMs = threadCpuMs();
  const tick = () => {
    const [nowMs, usedMs] = [performance.now(), threadCpuMs()];
    held = { wallMs: Math.max(held.wallMs, nowMs - wallMs), cpuMs: Math.max(held.cpuMs, usedMs - cpuMs) };
    [wallMs, cpuMs] = [nowMs, usedMs];
  };
  const timer = setInterval(tick, 1);
  return {
    take: () => {
      const seen = held;
      held = { wallMs: 0, cpuMs: 0 };
      return seen;
    },
    stop: () => clearInterval(timer),
  };
}

/** Of this thread, without those that collect garbage or compile beside it. */
export function threadCpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
