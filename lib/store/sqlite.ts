import "server-only";
import { chmod, mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import type { StoreFault } from "#lib/contract/storage.ts";
import { codeOf, StoreFailure, systemFailure, toStoreFailure } from "./failure.ts";
import { type Dialect, migrate, type RunSql, readVersion, STORE_VERSION } from "./migrations.ts";
import type { SqlEngine, SqlValue } from "./sql-engine.ts";

export const SQLITE_FILE = "rota.sqlite";

/** How long a statement waits for another process; the whole process waits with it. */
const BUSY_MS = 1_000;

const DIALECT: Dialect = {
  whole: "integer",
  serial: "integer primary key autoincrement",
  table: " strict",
};

/**
 * The store in `rota.sqlite` of a folder, which is made where it is missing; only its owner may read either. Several
 * processes may open it. On a disk that cannot be written, what is there can still be read. Rejects with a
 * `StoreFailure`; a file that is damaged, foreign or from a later version is left as it is.
 */
export async function openSqlite(folder: string): Promise<SqlEngine> {
  const path = join(folder, SQLITE_FILE);
  try {
    await prepareFile(folder, path);
    return await openFile(() => new DatabaseSync(path, OPTIONS), path);
  } catch (error) {
    const failure = toStoreFailure(error, failureOf);
    if (failure.fault !== "read_only" && failure.reason !== CANNOT_OPEN) throw failure;
    return openUnwritable(path, failure);
  }
}

/** For tests: the same in memory, by a clock of the test's own where it gives one (epoch ms). */
export async function openSqliteMemory(now?: () => number): Promise<SqlEngine> {
  const database = new DatabaseSync(":memory:", OPTIONS);
  if (now === undefined) return openFile(() => database, null);
  database.function("test_now", { directOnly: true }, now);
  return { ...(await openFile(() => database, null)), nowMs: "test_now()" };
}

const OPTIONS = { timeout: BUSY_MS, defensive: true } as const;

async function prepareFile(folder: string, path: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await open(path, "a", 0o600);
  await file.close();
  // One that was copied here may be readable for others. SQLite gives the files beside it the same mode.
  await chmod(path, 0o600);
}

/**
 * As it was when it was last whole: what other processes have written since, and not yet moved into the file itself,
 * is not seen. Only for a disk on which nobody can write.
 */
async function openUnwritable(path: string, failure: StoreFailure): Promise<SqlEngine> {
  try {
    const address = `${pathToFileURL(path).href}?immutable=1`;
    const database = new DatabaseSync(address, { ...OPTIONS, readOnly: true });
    const version = await readVersion(runOn(database));
    if (version === STORE_VERSION) return engineOf(database);
    database.close();
  } catch (error) {
    const inner = toStoreFailure(error, failureOf);
    if (inner.fault === "newer" || inner.fault === "damaged") throw inner;
  }
  throw failure;
}

async function openFile(openDatabase: () => DatabaseSync, path: string | null): Promise<SqlEngine> {
  const database = openDatabase();
  try {
    const run = runOn(database);
    await refuseDamaged(run);
    if (path !== null) {
      await run("pragma journal_mode = wal");
      await run("pragma synchronous = normal");
    }
    if (!(await isCurrent(run))) await migrateAlone(run);
    return engineOf(database);
  } catch (error) {
    database.close();
    throw toStoreFailure(error, failureOf);
  }
}

async function refuseDamaged(run: RunSql): Promise<void> {
  const [row] = await run("pragma quick_check(1)");
  if (JSON.stringify(row) !== '{"quick_check":"ok"}') throw new StoreFailure("damaged", "QUICK_CHECK");
}

/** Seen without a lock, so that a store that needs nothing is opened on a disk that is full, too. */
async function isCurrent(run: RunSql): Promise<boolean> {
  const tables = await run("select name from sqlite_schema where type = 'table'");
  if (tables.length === 0) return false;
  // A file of something else: to make our tables in it would be to write into what is not ours.
  if (!JSON.stringify(tables).includes('"rota_version"')) throw new StoreFailure("damaged", "FOREIGN");
  return (await readVersion(run)) === STORE_VERSION;
}

async function migrateAlone(run: RunSql): Promise<void> {
  await run("begin immediate");
  try {
    await migrate(run, DIALECT);
    await run("commit");
  } catch (error) {
    await run("rollback").catch(() => undefined);
    throw error;
  }
}

function engineOf(database: DatabaseSync): SqlEngine {
  return {
    nowMs: "cast(unixepoch('subsec') * 1000 as integer)",
    query: runOn(database),
    tell: async () => undefined,
    close: async () => database.close(),
  };
}

function runOn(database: DatabaseSync): RunSql {
  const statements = new Map<string, StatementSync>();
  return async (sql: string, values: readonly SqlValue[] = []) => {
    try {
      const statement = statements.get(sql) ?? database.prepare(sql.replaceAll(/\$(\d+)/g, "?$1"));
      statements.set(sql, statement);
      return statement.all(...values);
    } catch (error) {
      throw toStoreFailure(error, failureOf);
    }
  };
}

const CANNOT_OPEN = "SQLITE_14";

/** By SQLite's primary result codes. */
const FAULTS: Readonly<Record<number, StoreFault>> = {
  5: "slow",
  6: "slow",
  8: "read_only",
  10: "unreachable",
  11: "damaged",
  13: "full",
  14: "unreachable",
  26: "damaged",
};

function failureOf(error: Error): StoreFailure {
  if (!("errcode" in error) || typeof error.errcode !== "number") {
    const code = codeOf(error);
    return /^E(?!RR_)/.test(code) ? systemFailure(code) : new StoreFailure("internal", code);
  }
  const primary = error.errcode & 0xff;
  return new StoreFailure(FAULTS[primary] ?? "internal", `SQLITE_${primary}`);
}
