import "server-only";
import type { StatusChange, StatusHistory } from "#lib/roster/store-port.ts";
import { asInstant } from "#lib/schedule/types.ts";
import { nextTurn } from "#lib/turns.ts";
import { parseRows, ROWS } from "./rows.ts";
import { whileHeld } from "./sql-desks.ts";
import { placesOf, type SqlEngine } from "./sql-engine.ts";

/** Rows in one statement; an engine allows only so many values. */
const CHUNK = 100;
const COLUMNS = 5;

/** Who changed to what, and when a round saw it. */
export function createChangeTable({ query, nowMs }: SqlEngine): StatusHistory {
  /** False: the desk is not the holder's. */
  async function addChunk(
    deskKey: string,
    [first, ...more]: readonly StatusChange[],
    holder: string | null,
  ): Promise<boolean> {
    if (first === undefined) return true;
    const rows = [first, ...more].map((change) => valuesOf(deskKey, change));
    const held = whileHeld(nowMs, deskKey, holder, rows.length * COLUMNS + 1);
    const written = await query(
      `insert into rota_status_changes (desk, seen_at, agent, from_status, to_status)
       select column1, cast(column2 as bigint), column3, column4, column5
       from (values ${placesOf(rows.length, COLUMNS)}) as seen where ${held.sql}
       on conflict do nothing returning agent`,
      [...rows.flat(), ...held.values],
    );
    if (written.length > 0) return true;
    // A statement is whole or not at all: if its first row is there, it was written before.
    const [desk = "", seenAt = 0, agent = ""] = valuesOf(deskKey, first);
    const known = await query(
      "select agent from rota_status_changes where desk = $1 and seen_at = $2 and agent = $3",
      [desk, seenAt, agent],
    );
    return known.length > 0;
  }

  return {
    addStatusChanges: async (deskKey, changes, holder = null) => {
      for (let first = 0; first < changes.length; first += CHUNK) {
        // SQLite answers without waiting: ten thousand changes would hold up everybody else.
        if (first > 0) await nextTurn();
        if (!(await addChunk(deskKey, changes.slice(first, first + CHUNK), holder))) return false;
      }
      return true;
    },
    listStatusChanges: async (deskKey, from, to) => {
      const rows = await query(
        `select agent, from_status, to_status, seen_at from rota_status_changes
         where desk = $1 and seen_at >= $2 and seen_at < $3 order by seen_at desc`,
        [deskKey, from, to],
      );
      return parseRows(ROWS.change, rows).map((row) => ({
        agentId: row.agent,
        from: row.from_status,
        to: row.to_status,
        seenAt: asInstant(row.seen_at),
      }));
    },
    dropStatusChanges: async (before) => {
      await query("delete from rota_status_changes where seen_at < $1", [before]);
    },
  };
}

const valuesOf = (deskKey: string, { seenAt, agentId, from, to }: StatusChange) => [
  deskKey,
  seenAt,
  JSON.stringify(agentId),
  from,
  to,
];
