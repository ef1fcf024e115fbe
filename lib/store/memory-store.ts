import "server-only";
import type { Store } from "#lib/roster/store-port.ts";
import type { News } from "./reopening-store.ts";
import { createSqlStore } from "./sql-store.ts";
import { openSqliteMemory } from "./sqlite.ts";

/** For tests: the store as it is, for the life of the process and no longer. */
export async function openMemoryStore(): Promise<Store> {
  return createSqlStore(await openSqliteMemory());
}

/** For tests of what replicas share: the same, by the test's clock (epoch ms), and whoever listens hears at once. */
export async function openSharedMemory(now: () => number): Promise<Store & Pick<News, "onNews">> {
  const listeners = new Set<() => void>();
  const tell = async () => {
    for (const listener of listeners) listener();
  };
  const onNews = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return { ...createSqlStore({ ...(await openSqliteMemory(now)), tell }), onNews };
}
