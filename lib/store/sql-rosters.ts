import "server-only";
import { createHash } from "node:crypto";
import type { RosterStore, StoredRoster } from "#lib/roster/ports.ts";
import { asInstant, type Roster } from "#lib/schedule/types.ts";
import { StoreFailure } from "./failure.ts";
import { parseRows, ROSTER_SHAPE, ROWS } from "./rows.ts";
import { holdsDesk } from "./sql-desks.ts";
import type { SqlEngine } from "./sql-engine.ts";

/**
 * The last good roster of each desk. A roster that has not changed is not written again: only the time at which it
 * was read is.
 */
export function createRosterTable({ query, nowMs }: SqlEngine): RosterStore {
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

  async function saveRoster(
    deskKey: string,
    stored: StoredRoster,
    holder: string | null = null,
  ): Promise<void> {
    const { roster, fetchedAt } = stored;
    const digest = digestOf(roster);
    const held = (place: number) =>
      holder === null ? { sql: "1 = 1", values: [] } : holdsDesk(nowMs, deskKey, holder, place);
    const known = [deskKey, ROSTER_SHAPE, digest, fetchedAt];
    const same = await query(
      `update rota_rosters set fetched_at = $4
       where desk = $1 and shape = $2 and digest = $3 and ${held(5).sql} returning desk`,
      [...known, ...held(5).values],
    );
    if (same.length > 0) return;
    if (!understood.has(deskKey)) await loadRoster(deskKey);
    const written = await query(
      `insert into rota_rosters (desk, shape, digest, fetched_at, roster)
       select $1, cast($2 as bigint), $3, cast($4 as bigint), $5 where ${held(6).sql}
       on conflict (desk) do update
       set digest = excluded.digest, roster = excluded.roster, fetched_at = excluded.fetched_at
       where rota_rosters.shape = excluded.shape returning desk`,
      [...known, JSON.stringify(roster), ...held(6).values],
    );
    if (written.length > 0) return;
    const odd = await query("select desk from rota_rosters where desk = $1 and shape <> $2", [
      deskKey,
      ROSTER_SHAPE,
    ]);
    if (odd.length > 0) throw new StoreFailure("unreadable_row");
  }

  return { loadRoster, saveRoster };
}
