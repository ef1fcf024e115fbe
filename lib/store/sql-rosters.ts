import "server-only";
import { createHash } from "node:crypto";
import type { RosterStore, StoredRoster } from "#lib/roster/ports.ts";
import { asInstant, type Roster } from "#lib/schedule/types.ts";
import { StoreFailure } from "./failure.ts";
import { parseRows, ROSTER_SHAPE, ROWS } from "./rows.ts";
import type { SqlEngine } from "./sql-engine.ts";

/**
 * The last good roster of each desk. A roster that has not changed is not written again: only the time at which it
 * was read is.
 */
export function createRosterTable({ query }: Pick<SqlEngine, "query">): RosterStore {
  const digests = new WeakMap<Roster, string>();
  /** Desks whose row was read or written here, and so is not one that we cannot understand. */
  const understood = new Set<string>();

  const digestOf = (roster: Roster) => {
    const known =
      digests.get(roster) ?? createHash("sha256").update(JSON.stringify(roster)).digest("base64url");
    digests.set(roster, known);
    return known;
  };

  async function loadRoster(deskKey: string): Promise<StoredRoster | null> {
    const rows = await query("select shape, roster, fetched_at from rota_rosters where desk = $1", [deskKey]);
    const [row] = parseRows(ROWS.roster, rows);
    understood.add(deskKey);
    return row === undefined ? null : { roster: row.roster, fetchedAt: asInstant(row.fetched_at) };
  }

  async function saveRoster(deskKey: string, { roster, fetchedAt }: StoredRoster): Promise<void> {
    const digest = digestOf(roster);
    const same = await query(
      "update rota_rosters set fetched_at = $1 where desk = $2 and digest = $3 and shape = $4 returning desk",
      [fetchedAt, deskKey, digest, ROSTER_SHAPE],
    );
    if (same.length > 0) return;
    if (!understood.has(deskKey)) await loadRoster(deskKey);
    const written = await query(
      `insert into rota_rosters (desk, shape, digest, roster, fetched_at) values ($1, $2, $3, $4, $5)
       on conflict (desk) do update
       set digest = excluded.digest, roster = excluded.roster, fetched_at = excluded.fetched_at
       where rota_rosters.shape = excluded.shape returning desk`,
      [deskKey, ROSTER_SHAPE, digest, JSON.stringify(roster), fetchedAt],
    );
    if (written.length === 0) throw new StoreFailure("unreadable_row");
  }

  return { loadRoster, saveRoster };
}
