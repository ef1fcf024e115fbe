import "server-only";
import { createHash } from "node:crypto";
import type { CalendarFeedStore } from "#lib/roster/ports.ts";
import type { CallCounts, Leases, Store, TokenUses } from "#lib/roster/store-port.ts";
import { parseRows, ROWS } from "./rows.ts";
import { createChangeTable } from "./sql-changes.ts";
import { createDeskTable } from "./sql-desks.ts";
import type { SqlEngine } from "./sql-engine.ts";
import { createRosterTable } from "./sql-rosters.ts";

/** The store over an engine whose tables are those of lib/store/migrations.ts. Each call is one statement, or repeatable. */
export function createSqlStore(engine: SqlEngine): Store {
  const leases = createLeaseTable(engine);
  return {
    ...createRosterTable(engine),
    ...createChangeTable(engine),
    ...createTokenTable(engine),
    ...createCallTable(engine),
    ...leases,
    ...createDeskTable(engine, leases),
    ...createCalendarTable(engine),
    close: () => engine.close(),
  };
}

/** Ids come from outside: they are kept as digests, which are short and hold no odd characters. */
function createTokenTable({ query }: SqlEngine): TokenUses {
  const digestOf = (id: string) => createHash("sha256").update(id).digest("base64url");
  return {
    useOnce: async (id, untilAt) => {
      const rows = await query(
        "insert into rota_token_uses (id, until_at) values ($1, $2) on conflict do nothing returning id",
        [digestOf(id), untilAt],
      );
      return rows.length > 0;
    },
    dropTokenUses: async (before) => {
      await query("delete from rota_token_uses where until_at < $1", [before]);
    },
  };
}

function createCallTable({ query }: SqlEngine): CallCounts {
  return {
    addCalls: async (month, calls) => {
      await query(
        `insert into rota_calls (month, calls) values ($1, $2)
         on conflict (month) do update set calls = rota_calls.calls + excluded.calls`,
        [month, calls],
      );
    },
    countCalls: async (month) => {
      const rows = await query("select calls from rota_calls where month = $1", [month]);
      return parseRows(ROWS.calls, rows)[0]?.calls ?? 0;
    },
  };
}

function createLeaseTable({ query, nowMs }: SqlEngine): Leases {
  return {
    holdLease: async (name, holder, ttlMs) => {
      const rows = await query(
        `insert into rota_leases (name, holder, until_at) values ($1, $2, ${nowMs} + $3)
         on conflict (name) do update set holder = excluded.holder, until_at = excluded.until_at
         where rota_leases.holder = excluded.holder or rota_leases.until_at <= ${nowMs} returning name`,
        [name, holder, ttlMs],
      );
      return rows.length > 0;
    },
    releaseLease: async (name, holder) => {
      await query("delete from rota_leases where name = $1 and holder = $2", [name, holder]);
    },
  };
}

function createCalendarTable({ query }: SqlEngine): CalendarFeedStore {
  return {
    listCalendars: async () => {
      const rows = await query("select calendar from rota_calendars order by place");
      return parseRows(ROWS.calendar, rows).map((row) => row.calendar);
    },
    addCalendar: async (calendar) => {
      await query("insert into rota_calendars (id, calendar) values ($1, $2)", [
        calendar.id,
        JSON.stringify(calendar),
      ]);
    },
    removeCalendar: async (id) => {
      const rows = await query("delete from rota_calendars where id = $1 returning id", [id]);
      return rows.length > 0;
    },
  };
}
