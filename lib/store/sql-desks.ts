import "server-only";
import type { Leases, SharedDesks } from "#lib/roster/store-port.ts";
import { parseRows, ROWS } from "./rows.ts";
import type { SqlEngine, SqlValue } from "./sql-engine.ts";

/** What replicas share of a desk. Whoever writes for the others must hold the desk at that very moment. */
export function createDeskTable(engine: SqlEngine, leases: Leases): SharedDesks {
  const { query, nowMs, tell } = engine;
  const note = (column: "looked_at" | "asked_at") => (deskKey: string) =>
    query(
      `insert into rota_desks (desk, ${column}) values ($1, ${nowMs})
       on conflict (desk) do update set ${column} = excluded.${column}`,
      [deskKey],
    );
  return {
    holdDesk: (deskKey, holder, ttlMs) => leases.holdLease(leaseOf(deskKey), holder, ttlMs),
    releaseDesk: async (deskKey, holder) => {
      await leases.releaseLease(leaseOf(deskKey), holder);
      await tell();
    },
    postBulletin: async (deskKey, bulletin, holder) => {
      const held = holdsDesk(nowMs, deskKey, holder, 3);
      const rows = await query(
        `insert into rota_desks (desk, bulletin, posted_at) select $1, $2, ${nowMs} where ${held.sql}
         on conflict (desk) do update set bulletin = excluded.bulletin, posted_at = excluded.posted_at
         returning desk`,
        [deskKey, JSON.stringify(bulletin), ...held.values],
      );
      if (rows.length > 0) await tell();
      return rows.length > 0;
    },
    noteLook: async (deskKey, isNews) => {
      await note("looked_at")(deskKey);
      if (isNews) await tell();
    },
    askRound: async (deskKey) => {
      await note("asked_at")(deskKey);
      await tell();
    },
    readShared: async (deskKey) => {
      const rows = await query(
        `select bulletin, ${nowMs} - posted_at as posted_ago, ${nowMs} - looked_at as looked_ago, asked_at,
           digest, holder, until_at
         from (select 1 as one) as one left join rota_desks on rota_desks.desk = $1
         left join rota_rosters on rota_rosters.desk = $1 left join rota_leases on rota_leases.name = $2`,
        [deskKey, leaseOf(deskKey)],
      );
      const [row] = parseRows(ROWS.shared, rows);
      return {
        bulletin: row?.bulletin ?? null,
        postedAgoMs: row?.posted_ago ?? null,
        rosterMark: row?.digest ?? null,
        lookedAgoMs: row?.looked_ago ?? null,
        askedMark: row?.asked_at ?? null,
        holdMark: row === undefined || row.holder === null ? null : `${row.holder} ${row.until_at}`,
      };
    },
  };
}

const leaseOf = (deskKey: string) => `read ${deskKey}`;

/** A condition that is true while `holder` holds the desk; its values stand at `$place` and after. */
export function holdsDesk(nowMs: string, deskKey: string, holder: string, place: number) {
  const sql = `exists (select 1 from rota_leases
    where name = $${place} and holder = $${place + 1} and until_at > ${nowMs})`;
  const values: readonly SqlValue[] = [leaseOf(deskKey), holder];
  return { sql, values };
}

/** The same for a desk that may be shared with nobody: with no holder it is always true. */
export function whileHeld(nowMs: string, deskKey: string, holder: string | null, place: number) {
  return holder === null ? { sql: "1 = 1", values: [] } : holdsDesk(nowMs, deskKey, holder, place);
}
