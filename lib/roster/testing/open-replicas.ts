import { onTestFinished } from "vitest";
import { asInstant } from "#lib/schedule/types.ts";
import { openSharedMemory } from "#lib/store/memory-store.ts";
import { Feed } from "../feed.ts";
import type { FeedOptions } from "../feed-options.ts";
import type { Clock, ReadDesk } from "../ports.ts";
import { Replica } from "../replica.ts";
import { createFakeClock, type FakeClock, START_AT } from "./fake-clock.ts";
import { ANNA, DESK, GONE } from "./open-feed.ts";
import { listOf, ScriptedDesk } from "./scripted-desk.ts";

/** For tests of what replicas share: processes on one store and one clock that stands still, in front of one Feishu. */

export const REFRESH = 10_000;

type SharedStore = Awaited<ReturnType<typeof openSharedMemory>>;

export interface TestReplica {
  readonly feed: Feed;
  /** Ends it as `kill -9` does: nothing is given back. */
  kill(): void;
  /** From now on the store is out of reach, or in reach again. */
  cut(isCut: boolean): void;
  /** Calls to Feishu by this process. */
  calls(): string;
}

export interface TestReplicaOptions extends Partial<FeedOptions> {
  /** What its clock is ahead. */
  readonly skewMs?: number;
  /** Instead of what the store does. */
  readonly verbs?: Partial<SharedStore>;
}

/** What befalls a process. */
interface Fate {
  isCut: boolean;
  isDead: boolean;
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

  /** One more process. */
  async function add(holder: string, more: TestReplicaOptions = {}): Promise<TestReplica> {
    const { skewMs = 0, verbs = {}, ...options } = more;
    const fate: Fate = { isCut: false, isDead: false };
    const own = clockOf(clock, skewMs, fate);
    const reach = reachOf({ ...store, ...verbs }, fate);
    const counted = countCalls(reader);
    const onFault = (error: unknown) => unexpected.push(error);
    const shared = { store: reach, clock: own, refreshMs: REFRESH, random: () => 0 };
    const feed = new Feed({
      ...shared,
      desk: DESK,
      reader: counted.desk,
      history: reach,
      pollWhenIdle: true,
      observer: {
        onLook: () => {},
        onRound: () => {},
        onFailedAttempt: () => {},
        onUnexpected: (_, error) => onFault(error),
      },
      replication: new Replica({ ...shared, deskKey: DESK.key, holder, onFault }),
      ...options,
    });
    onTestFinished(async () => {
      if (!fate.isDead) await feed.stop();
    });
    feed.start();
    await clock.advance(0);
    return {
      feed,
      kill: () => {
        fate.isDead = true;
      },
      cut: (isCut) => {
        fate.isCut = isCut;
      },
      calls: counted.calls,
    };
  }

  return { clock, store, reader, unexpected, add };
}

const NEVER = new Promise<never>(() => undefined);

/** A process that is dead sleeps for ever. */
function clockOf(clock: FakeClock, skewMs: number, fate: Fate): Clock {
  return {
    ...clock,
    now: () => asInstant(clock.now() + skewMs),
    sleep: async (ms, signal) => {
      await (fate.isDead ? NEVER : clock.sleep(ms, signal));
      if (fate.isDead) await NEVER;
    },
  };
}

/** The store as a process reaches it. */
function reachOf(store: SharedStore, fate: Fate): SharedStore {
  const onNews: SharedStore["onNews"] = (listener) =>
    store.onNews(() => {
      if (!fate.isCut && !fate.isDead) listener();
    });
  return new Proxy(store, {
    get: (_, name, receiver) => {
      const found: unknown = Reflect.get(store, name, receiver);
      if (name === "onNews") return onNews;
      if (typeof found !== "function") return found;
      return async (...given: unknown[]) => {
        if (fate.isDead) await NEVER;
        if (fate.isCut) throw new Error("cut");
        return Reflect.apply(found, store, given);
      };
    },
  });
}

/** `p` for each first call, `r` for each second. */
function countCalls(reader: ReadDesk): { readonly desk: ReadDesk; readonly calls: () => string } {
  let calls = "";
  const desk: ReadDesk = {
    readPresent: (hooks) => {
      calls += "p";
      return reader.readPresent(hooks);
    },
    readRemoved: (hooks) => {
      calls += "r";
      return reader.readRemoved(hooks);
    },
  };
  return { desk, calls: () => calls };
}
