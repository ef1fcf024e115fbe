import "server-only";
import type { Clock } from "#lib/roster/ports.ts";
import type { WatchedStore } from "#lib/roster/store-port.ts";
import { storeByHelpdesk } from "./by-helpdesk.ts";
import { openPostgres } from "./postgres.ts";
import { hearPostgres } from "./postgres-news.ts";
import { createReopeningStore, NO_NEWS, type StoreObserver } from "./reopening-store.ts";
import { createSqlStore } from "./sql-store.ts";
import { openSqlite } from "./sqlite.ts";

export interface StoreSettings {
  /** Folder of the SQLite file; made where it is missing. */
  readonly dataDir: string;
  /** PostgreSQL instead; null: SQLite. */
  readonly databaseUrl: string | null;
}

export interface StoreDeps {
  readonly clock: Clock;
  readonly observer: StoreObserver;
  /** By desk key: Feishu's id of the helpdesk. */
  readonly helpdeskIds: ReadonlyMap<string, string>;
}

/** The store of the product. Never throws: a store that cannot be opened is tried again, and says what is wrong. */
export function openStore({ dataDir, databaseUrl }: StoreSettings, deps: StoreDeps): WatchedStore {
  const open = () => (databaseUrl === null ? openSqlite(dataDir) : openPostgres(databaseUrl));
  const store = createReopeningStore({
    engine: databaseUrl === null ? "sqlite" : "postgres",
    open: async () => createSqlStore(await open()),
    clock: deps.clock,
    observer: deps.observer,
    news: databaseUrl === null ? NO_NEWS : hearPostgres(databaseUrl, deps.clock),
  });
  return storeByHelpdesk(store, deps.helpdeskIds);
}
