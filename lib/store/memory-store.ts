import "server-only";
import type { Store } from "#lib/roster/store-port.ts";
import { createSqlStore } from "./sql-store.ts";
import { openSqliteMemory } from "./sqlite.ts";

/** For tests: the store as it is, for the life of the process and no longer. */
export async function openMemoryStore(): Promise<Store> {
  return createSqlStore(await openSqliteMemory());
}
