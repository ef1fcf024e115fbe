import "server-only";
import * as z from "zod/mini";
import type { RosterStore, StoredRoster } from "#lib/roster/ports.ts";
import type { RosterRetention } from "#lib/roster/store-port.ts";
import type { Instant, Roster } from "#lib/schedule/types.ts";
import { takeTurns } from "#lib/turns.ts";
import { StoreFailure } from "./failure.ts";
import { packRoster, unpackRoster, writeRoster } from "./pack-roster.ts";
import { PACKED_SHAPE, ROSTER_SHAPE, readRosterRow } from "./rows.ts";
import { whileHeld } from "./sql-desks.ts";
import type { SqlEngine } from "./sql-engine.ts";

const OURS = `(${ROSTER_SHAPE}, ${PACKED_SHAPE})`;

/**
 * The last good roster of each desk. A roster that has not changed is not written again: only the time at which it
 * was read is.
 */
export function createRosterTable({ query, nowMs }: SqlEngine): RosterStore & RosterRetention {
  /** Of rosters that are in memory: they are written out once more only where the store has another one. */
  const digests = new WeakMap<Roster, string>();
  /** Desks whose row was read or written here, and so is not one that we cannot understand. */
  const understood = new Set<string>();

  async function loadRoster(deskKey: string): Promise<StoredRoster | null> {
    const rows = await query("select shape, roster, fetched_at from rota_rosters where desk = $1", [deskKey]);
    const [row] = await Promise.all(rows.map(unpackRow));
    const stored = row === undefined ? null : await takeTurns(readRosterRow(row));
    understood.add(deskKey);
    return stored;
  }

  async function saveRoster(
    deskKey: string,
    { roster, fetchedAt }: StoredRoster,
    holder: string | null = null,
  ): Promise<void> {
    const held = (place: number) => whileHeld(nowMs, deskKey, holder, place);
    const isKept = async (digest: string) => {
      const same = await query(
        `update rota_rosters set fetched_at = $3
         where desk = $1 and shape in ${OURS} and digest = $2 and ${held(4).sql} returning desk`,
        [deskKey, digest, fetchedAt, ...held(4).values],
      );
      return same.length > 0;
    };
    const known = digests.get(roster);
    if (known !== undefined && (await isKept(known))) return;
    const written = await takeTurns(writeRoster(roster));
    const { digest, isLarge } = written;
    digests.set(roster, digest);
    if (digest !== known && (await isKept(digest))) return;
    if (!understood.has(deskKey)) await loadRoster(deskKey);
    const shape = isLarge ? PACKED_SHAPE : ROSTER_SHAPE;
    const put = await query(
      `insert into rota_rosters (desk, shape, digest, fetched_at, roster)
       select $1, cast($2 as bigint), $3, cast($4 as bigint), $5 where ${held(6).sql}
       on conflict (desk) do update set shape = excluded.shape, digest = excluded.digest,
         roster = excluded.roster, fetched_at = excluded.fetched_at
       where rota_rosters.shape in ${OURS} returning desk`,
      [deskKey, shape, digest, fetchedAt, await packRoster(written), ...held(6).values],
    );
    if (put.length > 0) return;
    const odd = await query(`select desk from rota_rosters where desk = $1 and shape not in ${OURS}`, [
      deskKey,
    ]);
    if (odd.length > 0) throw new StoreFailure("unreadable_row");
  }

  async function dropRosters(before: Instant, deskKeys: readonly string[]): Promise<void> {
    const others = deskKeys.map((_, index) => ` and desk <> $${index + 2}`).join("");
    await query(`delete from rota_rosters where fetched_at < $1${others}`, [before, ...deskKeys]);
  }

  return { loadRoster, saveRoster, dropRosters };
}

const packedRow = z.object({ shape: z.literal(PACKED_SHAPE), roster: z.string(), fetched_at: z.unknown() });

/** A packed row as if it had not been packed; any other one as it is. */
async function unpackRow(row: unknown): Promise<unknown> {
  const packed = packedRow.safeParse(row);
  if (!packed.success) return row;
  return { ...packed.data, shape: ROSTER_SHAPE, roster: await unpackRoster(packed.data.roster) };
}
