import type { SampleDesk } from "#lib/sample-desk/server.ts";
import type { SoakPlan } from "./plan.ts";

/** Calls that Feishu received, and whether they were more than one round an interval. */
export interface Calls {
  readonly token: number;
  readonly present: number;
  readonly removed: number;
  /** Rounds beyond one an interval, in stretches without an outage or a restart: there nothing asks for more. */
  readonly beyond: number;
}

export class CallCounter {
  readonly #feishu: SampleDesk;
  readonly #counts = { token: 0, present: 0, removed: 0, elsewhere: 0 };
  readonly #presentAt: number[] = [];

  constructor(feishu: SampleDesk) {
    this.#feishu = feishu;
  }

  /** To be called often: the sample desk keeps no more than its last thousand requests. */
  collect(): void {
    const { control } = this.#feishu;
    for (const { target, receivedAt } of control.journal()) {
      this.#counts[target] += 1;
      if (target === "present") this.#presentAt.push(receivedAt);
    }
    control.clearJournal();
  }

  read(plan: SoakPlan, restartsMs: readonly number[], scope: SoundScope): Calls {
    const { token, present, removed } = this.#counts;
    const beyond = soundStretches(plan, restartsMs, scope).map(([from, to]) => {
      const rounds = this.#presentAt.filter((at) => at >= from && at < to).length;
      return Math.max(0, rounds - Math.floor((to - from) / scope.intervalMs) - 1);
    });
    return { token, present, removed, beyond: beyond.reduce((sum, one) => sum + one, 0) };
  }
}

export interface SoundScope {
  readonly startsAt: number;
  readonly totalMs: number;
  readonly intervalMs: number;
}

/** Stretches `[from, to)` of epoch ms that begin two intervals after the last disturbance and end before the next. */
function soundStretches(
  { outages }: SoakPlan,
  restartsMs: readonly number[],
  { startsAt, totalMs, intervalMs }: SoundScope,
): readonly (readonly [number, number])[] {
  const disturbances = [
    [0, 0] as const,
    ...outages.map(({ fromMs, toMs }) => [fromMs, toMs] as const),
    ...restartsMs.map((at) => [at - intervalMs, at] as const),
    [totalMs, totalMs] as const,
  ].toSorted(([a], [b]) => a - b);
  let quietFromMs = 0;
  return disturbances.flatMap(([fromMs, toMs]) => {
    const stretch = [startsAt + quietFromMs + 2 * intervalMs, startsAt + fromMs] as const;
    quietFromMs = Math.max(quietFromMs, toMs);
    return stretch[1] > stretch[0] ? [stretch] : [];
  });
}
