import "server-only";
import { randomUUID } from "node:crypto";
import type { Settings } from "#lib/config/settings.ts";
import { Replica, type ReplicaOptions } from "#lib/roster/replica.ts";
import type { Replication } from "#lib/roster/replication.ts";
import type { Desk } from "#lib/schedule/types.ts";
import type { FeedDeps } from "./feeds.ts";

/** How this process shares its desks with others; null: SQLite serves one process, which reads them all. */
export function createReplicas(
  { databaseUrl, refreshMs }: Pick<Settings, "databaseUrl" | "refreshMs">,
  { clock, observers, store }: Pick<FeedDeps, "clock" | "observers"> & Pick<ReplicaOptions, "store">,
): ((desk: Desk) => Replication) | null {
  if (databaseUrl === null) return null;
  const holder = randomUUID();
  return (desk) =>
    new Replica({
      deskKey: desk.key,
      store,
      clock,
      holder,
      refreshMs,
      random: Math.random,
      onFault: (error) => observers.feeds.onUnexpected(desk, error),
    });
}
