import { expect, onTestFinished, test } from "vitest";
import type { StoreFault } from "#lib/contract/storage.ts";
import type { Store } from "#lib/roster/store-port.ts";
import { createFakeClock, START_AT } from "#lib/roster/testing/fake-clock.ts";
import { StoreFailure } from "./failure.ts";
import { openMemoryStore } from "./memory-store.ts";
import { createReopeningStore, FIRST_REOPEN_MS, LAST_REOPEN_MS, NO_NEWS } from "./reopening-store.ts";
import { storedOf } from "./testing/rows.ts";

/** A store whose place can be made to fail, at opening or at what is asked of it. */
async function openFragile(first: StoreFault | null = null) {
  const kept = await openMemoryStore();
  const clock = createFakeClock();
  const told: string[] = [];
  const place = {
    opening: first,
    writing: null as StoreFault | null,
    reading: null as StoreFault | null,
    opened: 0,
    closed: 0,
  };
  const meet = (fault: StoreFault | null) => {
    if (fault !== null) throw new StoreFailure(fault, "TEST");
  };
  const open = async (): Promise<Store> => {
    place.opened++;
    meet(place.opening);
    return {
      ...kept,
      loadRoster: async (deskKey) => {
        meet(place.reading);
        return kept.loadRoster(deskKey);
      },
      saveRoster: async (deskKey, stored) => {
        meet(place.writing);
        return kept.saveRoster(deskKey, stored);
      },
      close: async () => {
        place.closed++;
      },
    };
  };
  const observer = {
    onFault: (fault: StoreFault, reason: string) => told.push(`${fault} ${reason}`),
    onRecovery: () => told.push("recovered"),
  };
  const store = createReopeningStore({ engine: "sqlite", open, clock, observer, news: NO_NEWS });
  onTestFinished(() => store.close());
  return { store, place, clock, told };
}

const WELL = { engine: "sqlite", fault: null, since: null };
const since = (ms: number) => new Date(START_AT + ms).toISOString();

test("what is asked before it is open waits for that", async () => {
  const { store, told } = await openFragile();
  expect(await store.countCalls("2026-11")).toBe(0);
  expect(store.storage()).toEqual(WELL);
  expect(told).toEqual([]);
});

test.each<StoreFault>(["unreachable", "refused", "slow", "damaged", "newer", "read_only"])(
  "a store that is %s at the start rejects at once, says so once, and is used when it comes back",
  async (fault) => {
    const { store, place, clock, told } = await openFragile(fault);
    await expect(store.loadRoster("main")).rejects.toMatchObject({ fault });
    await clock.advance(10 * LAST_REOPEN_MS);
    await expect(store.saveRoster("main", storedOf("anna"))).rejects.toMatchObject({ fault });
    expect(store.storage()).toEqual({ engine: "sqlite", fault, since: since(0) });
    expect(told).toEqual([`${fault} TEST`]);
    place.opening = null;
    await clock.advance(LAST_REOPEN_MS);
    await store.saveRoster("main", storedOf("anna"));
    expect(await store.loadRoster("main")).toEqual(storedOf("anna"));
    expect(store.storage()).toEqual(WELL);
    expect(told).toEqual([`${fault} TEST`, "recovered"]);
  },
);

test("it is asked again soon, then less and less often, and never by those who want something of it", async () => {
  const { store, place, clock } = await openFragile("unreachable");
  await clock.advance(0);
  expect(place.opened).toBe(1);
  await clock.advance(FIRST_REOPEN_MS);
  expect(place.opened).toBe(2);
  await clock.advance(2 * LAST_REOPEN_MS);
  const slow = place.opened;
  for (let times = 0; times < 50; times++) await store.countCalls("2026-11").catch(() => undefined);
  await clock.advance(10 * LAST_REOPEN_MS);
  expect(place.opened - slow).toBeLessThanOrEqual(11);
});

test("one that is lost while it is used is closed and opened anew", async () => {
  const { store, place, clock, told } = await openFragile();
  await store.saveRoster("main", storedOf("anna"));
  place.reading = "unreachable";
  await expect(store.loadRoster("main")).rejects.toMatchObject({ fault: "unreachable" });
  await expect(store.countCalls("2026-11")).rejects.toMatchObject({ fault: "unreachable" });
  expect(place.closed).toBe(1);
  place.reading = null;
  await clock.advance(FIRST_REOPEN_MS);
  expect(await store.loadRoster("main")).toEqual(storedOf("anna"));
  expect(told).toEqual(["unreachable TEST", "recovered"]);
});

test.each<StoreFault>(["full", "read_only"])(
  "on a disk that is %s reading goes on, and only a write that goes well ends the fault",
  async (fault) => {
    const { store, place, clock, told } = await openFragile();
    await store.saveRoster("main", storedOf("anna"));
    place.writing = fault;
    await expect(store.saveRoster("main", storedOf("ben"))).rejects.toMatchObject({ fault });
    expect(await store.loadRoster("main")).toEqual(storedOf("anna"));
    await clock.advance(10 * LAST_REOPEN_MS);
    expect(await store.loadRoster("main")).toEqual(storedOf("anna"));
    expect(store.storage().fault).toBe(fault);
    place.writing = null;
    await store.saveRoster("main", storedOf("ben"));
    expect(store.storage()).toEqual(WELL);
    expect(told).toEqual([`${fault} TEST`, "recovered"]);
  },
);

test("a row that cannot be understood is a fault of its desk, which the well-being of others does not hide", async () => {
  const { store, place, told } = await openFragile();
  place.reading = "unreadable_row";
  await expect(store.loadRoster("main")).rejects.toMatchObject({ fault: "unreadable_row" });
  await store.addCalls("2026-11", 1);
  await store.saveRoster("second", storedOf("ben"));
  expect(store.storage().fault).toBe("unreadable_row");
  place.reading = null;
  await store.loadRoster("main");
  expect(store.storage()).toEqual(WELL);
  expect(told).toEqual(["unreadable_row TEST", "recovered"]);
});

test("after it was closed nothing is opened any more", async () => {
  const { store, place, clock } = await openFragile("unreachable");
  await clock.advance(0);
  await store.close();
  await clock.advance(10 * LAST_REOPEN_MS);
  expect(place.opened).toBe(1);
  await expect(store.countCalls("2026-11")).rejects.toThrow();
});
