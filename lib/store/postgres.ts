import "server-only";
import { Pool, type PoolClient, type PoolConfig, types } from "pg";
import type { StoreFault } from "#lib/contract/storage.ts";
import { codeOf, StoreFailure, systemFailure, toStoreFailure } from "./failure.ts";
import { type Dialect, migrate, type RunSql, readVersion, STORE_VERSION } from "./migrations.ts";
import type { SqlEngine, SqlValue } from "./sql-engine.ts";

const DIALECT: Dialect = {
  whole: "bigint",
  serial: "bigint generated always as identity primary key",
  table: "",
};

/** Any number, the same for all of us: who holds it migrates. */
const MIGRATION_LOCK = 7_682_001;
const CONNECTIONS = 4;
/** On it replicas tell one another that there may be something new (lib/store/postgres-news.ts). */
export const NEWS_CHANNEL = "helpdesk_rota";

export interface PostgresOptions {
  readonly connectMs?: number;
  /** Total deadline of one statement. */
  readonly statementMs?: number;
}

/** How to connect, with a deadline on every step, so that a slow or silent database never holds anything up. */
export function connectionOf(databaseUrl: string, options: PostgresOptions = {}): PoolConfig {
  const { connectMs = 3_000, statementMs = 5_000 } = options;
  return {
    connectionString: databaseUrl,
    application_name: "helpdesk-rota",
    connectionTimeoutMillis: connectMs,
    query_timeout: statementMs,
    statement_timeout: statementMs,
    idle_in_transaction_session_timeout: statementMs,
    keepAlive: true,
  };
}

/**
 * The store in a PostgreSQL database, in tables whose names begin with `rota_`, of the schema that a new table goes
 * to. Rejects with a `StoreFailure`; tables of a later version are left as they are.
 */
export async function openPostgres(databaseUrl: string, options: PostgresOptions = {}): Promise<SqlEngine> {
  const pool = new Pool({
    ...connectionOf(databaseUrl, options),
    max: CONNECTIONS,
    types: { getTypeParser },
  });
  // A connection that breaks while nobody uses it is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  try {
    if (!(await isCurrent(runOn(pool)))) await migrateAlone(pool);
  } catch (error) {
    await pool.end();
    throw toStoreFailure(error, failureOf);
  }
  return {
    nowMs: "(extract(epoch from clock_timestamp()) * 1000)::bigint",
    query: runOn(pool),
    tell: async () => void (await runOn(pool)(`notify ${NEWS_CHANNEL}`)),
    close: () => pool.end(),
  };
}

/** Seen without a write, so that a store that needs nothing is opened where it may only be read. */
async function isCurrent(run: RunSql): Promise<boolean> {
  const there = await run("select 1 from pg_catalog.pg_class where oid = to_regclass('rota_version')");
  return there.length > 0 && (await readVersion(run)) === STORE_VERSION;
}

async function migrateAlone(pool: Pool): Promise<void> {
  const client = await pool.connect();
  const run = runOn(client);
  try {
    await run("begin");
    await run("select pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
    await migrate(run, DIALECT);
    await run("commit");
    client.release();
  } catch (error) {
    // Closing the connection undoes whatever was begun on it.
    client.release(true);
    throw error;
  }
}

function runOn(connection: Pool | PoolClient): RunSql {
  return async (sql: string, values: readonly SqlValue[] = []) => {
    try {
      const { rows } = await connection.query(sql, [...values]);
      return rows;
    } catch (error) {
      throw toStoreFailure(error, failureOf);
    }
  };
}

const BIGINT = 20;

/** Whole numbers of eight bytes as numbers: ours are instants and counts, far below 2⁵³. */
const getTypeParser: typeof types.getTypeParser = (oid: number, format?: "text" | "binary") =>
  oid === BIGINT ? Number : types.getTypeParser(oid, format);

/** By SQLSTATE, or its class: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const FAULTS: readonly (readonly [RegExp, StoreFault])[] = [
  [/^53100$/, "full"],
  [/^25006$/, "read_only"],
  [/^(57014|55P03|40|25P03)/, "slow"],
  [/^(08|53|57P)/, "unreachable"],
  [/^(28|3D000|3F000|42501)/, "refused"],
  [/^(XX00[12]|42P01|42703)/, "damaged"],
];

/** pg gives no codes for its own deadlines and broken connections, only these words. */
const WORDS: readonly (readonly [RegExp, StoreFault, string])[] = [
  [
    /^(Query read timeout|timeout exceeded|Connection terminated due to connection timeout)/i,
    "slow",
    "TIMEOUT",
  ],
  [/^Connection terminated|^Client has encountered a connection error|not queryable/i, "unreachable", "CUT"],
  [/SSL|certificate|SASL|password/i, "refused", "HANDSHAKE"],
];

function failureOf(error: Error): StoreFailure {
  const code = codeOf(error);
  // No SQLSTATE begins with E; every name of a system's error does.
  if (code.startsWith("E")) return systemFailure(code);
  const byCode = FAULTS.find(([pattern]) => code !== "" && pattern.test(code));
  if (byCode !== undefined) return new StoreFailure(byCode[1], code);
  const byWords = WORDS.find(([pattern]) => pattern.test(error.message));
  return byWords === undefined
    ? new StoreFailure("internal", code)
    : new StoreFailure(byWords[1], byWords[2]);
}
