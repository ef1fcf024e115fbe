import { onTestFinished } from "vitest";
import { asInstant } from "#lib/schedule/types.ts";
import { openSharedMemory } from "#lib/store/memory-store.ts";
import { Feed } from "../feed.ts";
import type { FeedOptions } from "../feed-options.ts";
import type { Clock } from "../ports.ts";
import { Replica } from "../replica.ts";
import { createFakeClock, START_AT } from "./fake-clock.ts";
import { ANNA, DESK, GONE } from "./open-feed.ts";
import { listOf, ScriptedDesk } from "./scripted-desk.ts";

/** For tests of what replicas share: processes on one store and one clock that stands still, in front of one Feishu. */

export const REFRESH = 10_000;

export interface TestReplica {
  readonly feed: Feed;
  /** Ends it as `kill -9` does: nothing is given back. */
  kill(): void;
  /** From now on the store is out of reach, or in reach again. */
  cut(isCut: boolean): void;
  /** Calls to Feishu by this process. */
  calls(): string;
}

export async function openReplicas() {
  const clock = createFakeClock();
  const startMs = clock.monotonicMs();
  // The store's own time, whatever the clocks of the replicas say.
  const store = await openSharedMemory(() => START_AT + clock.monotonicMs() - startMs);
  const reader = new ScriptedDesk();
  reader.present = [listOf(ANNA)];
  reader.removed = [listOf(GONE)];
  const unexpected: unknown[] = [];

  /** One more process; `skewMs` is what its clock is ahead. */
  async function add(
    holder: string,
    more: Partial<FeedOptions> & { skewMs?: number } = {},
  ): Promise<TestReplica> {
    const { skewMs = 0, ...options } = more;
    let isCut = false;
    let isDead = false;
    let calls = "";
    const own: Clock = { ...clock, now: () => asInstant(clock.now() + skewMs) };
    const asleep: Clock["sleep"] = (ms, signal) =>
      isDead ? new Promise(() => undefined) : clock.sleep(ms, signal).then(() => untilAlive());
    const untilAlive = () => (isDead ? new Promise<void>(() => undefined) : Promise.resolve());
    const reach = new Proxy(store, {
      get: (target, name, receiver) => {
        const found: unknown = Reflect.get(target, name, receiver);
        if (name === "onNews" && typeof found === "function") {
          return (listener: () => void) =>
            Reflect.apply(found, target, [() => isCut || isDead || listener()]);
        }
        if (typeof found !== "function") return found;
        return async (...given: unknown[]) => {
          await untilAlive();
          if (isCut) throw new Error("cut");
          return Reflect.apply(found, target, given);
        };
      },
    });
    const feed = new Feed({
      desk: DESK,
      reader: {
        readPresent: (hooks) => {
          calls += "p";
          return reader.readPresent(hooks);
        },
        readRemoved: (hooks) => {
          calls += "r";
          return reader.readRemoved(hooks);
        },
      },
      store: reach,
      history: reach,
      clock: { ...own, sleep: asleep },
      random: () => 0,
      refreshMs: REFRESH,
      pollWhenIdle: true,
      observer: {
        onLook: () => {},
        onRound: () => {},
        onFailedAttempt: () => {},
        onUnexpected: (_, error) => unexpected.push(error),
      },
      replication: new Replica({
        deskKey: DESK.key,
        store: reach,
        clock: { ...own, sleep: asleep },
        holder,
        refreshMs: REFRESH,
        random: () => 0,
        onFault: (error) => unexpected.push(error),
      }),
      ...options,
    });
    onTestFinished(async () => {
      if (!isDead) await feed.stop();
    });
    feed.start();
    await clock.advance(0);
    return {
      feed,
      kill: () => {
        isDead = true;
      },
      cut: (now) => {
        isCut = now;
      },
      calls: () => calls,
    };
  }

  return { clock, store, reader, unexpected, add };
}
