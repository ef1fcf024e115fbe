/** A clock that runs `factor` times as fast as the machine's, the same in every process that is given these numbers. */
export interface Scale {
  /** The machine's epoch ms at which the simulation shows `startsAt`. */
  readonly realStart: number;
  readonly startsAt: number;
  readonly factor: number;
}

/** Deadlines are not scaled below this, in ms: the machine itself is no faster than ever. */
const SHORTEST_DEADLINE_MS = 250;

const realDateNow = Date.now.bind(Date);
const RealDate = Date;

/** Epoch ms of the simulation. */
export function simulatedNow({ realStart, startsAt, factor }: Scale): number {
  return startsAt + Math.round((realDateNow() - realStart) * factor);
}

/** Puts the simulation's time into this process: dates, the monotonic clock, timers and deadlines. */
export function installScale(scale: Scale): void {
  const now = () => simulatedNow(scale);
  Date.now = now;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
    apply: (target) => new target(now()).toString(),
  });
  const monotonic = performance.now.bind(performance);
  performance.now = () => monotonic() * scale.factor;
  globalThis.setTimeout = withScale(globalThis.setTimeout, scale.factor);
  globalThis.setInterval = withScale(globalThis.setInterval, scale.factor);
  const deadline = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = (ms) => deadline(Math.max(SHORTEST_DEADLINE_MS, Math.round(ms / scale.factor)));
}

/** The same timer with its second argument, the delay, in the simulation's time. */
function withScale<T extends typeof setTimeout | typeof setInterval>(timer: T, factor: number): T {
  return new Proxy(timer, {
    apply: (target, self, [handler, ms, ...rest]) =>
      Reflect.apply(target, self, [handler, typeof ms === "number" ? ms / factor : ms, ...rest]),
  });
}
