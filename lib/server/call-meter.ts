import "server-only";
import type { CallObserver, Endpoint } from "#lib/feishu/request.ts";
import type { Clock } from "#lib/roster/ports.ts";
import type { CallCounts } from "#lib/roster/store-port.ts";

/** How many calls of this month count against the quota of Feishu's plans. */
export interface CallMeter extends CallObserver {
  /** By all replicas together; null where the store cannot say. */
  countMonth(): Promise<number | null>;
  /** Writes down what is not yet in the store. */
  stop(): Promise<void>;
}

/** Calls are written down together, this long after the first of them. */
export const FLUSH_MS = 5_000;

/** Feishu counts no calls that ask for tokens or sign somebody in. Failed ones may be free as well: ours is at most too high. */
const FREE: ReadonlySet<Endpoint> = new Set<Endpoint>(["tenant_access_token", "user_info"]);

export interface MeterDeps {
  /** Null: nothing is written down, since calls to the sample desk are no calls to Feishu. */
  readonly store: CallCounts | null;
  readonly clock: Clock;
  /** Who else hears of each call. */
  readonly next: CallObserver;
}

export function createCallMeter({ store, clock, next }: MeterDeps): CallMeter {
  /** By month; what the store does not have yet. */
  const waiting = new Map<string, number>();
  const stopping = new AbortController();
  let flushing: Promise<void> | null = null;
  const add = (month: string, calls: number) => waiting.set(month, (waiting.get(month) ?? 0) + calls);

  async function flush(): Promise<void> {
    if (store === null) return;
    for (const [month, calls] of [...waiting]) {
      waiting.delete(month);
      // The store says by itself that it is away; what it did not take comes with the next calls.
      await store.addCalls(month, calls).catch(() => add(month, calls));
    }
  }

  return {
    onCall: (call) => {
      next.onCall(call);
      if (FREE.has(call.endpoint)) return;
      add(monthOf(clock), 1);
      flushing ??= clock
        .sleep(FLUSH_MS, stopping.signal)
        .then(flush)
        .finally(() => {
          flushing = null;
        });
    },
    countMonth: async () => {
      const month = monthOf(clock);
      try {
        const kept = store === null ? 0 : await store.countCalls(month);
        return kept + (waiting.get(month) ?? 0);
      } catch {
        return null;
      }
    },
    stop: async () => {
      stopping.abort();
      await flushing;
      // What the store refused before, or what was counted while that went on.
      await flush();
    },
  };
}

/** `YYYY-MM`, UTC. */
const monthOf = (clock: Pick<Clock, "now">) => new Date(clock.now()).toISOString().slice(0, 7);
