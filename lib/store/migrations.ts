import "server-only";
import * as z from "zod/mini";
import { StoreFailure } from "./failure.ts";
import type { SqlValue } from "./sql-engine.ts";

/** What the engines call the same thing. */
export interface Dialect {
  /** A whole number up to 2⁵³. */
  readonly whole: string;
  /** A key that grows with each row. */
  readonly serial: string;
  /** What follows a table's columns. */
  readonly table: string;
}

/** Statements, in their order. */
export type Migration = (dialect: Dialect) => readonly string[];

/**
 * How the store came to be what it is: entry n leads from version n to version n + 1. An entry is never changed once
 * it has been released; a new one is added. Keep to what an older version can live with while replicas are renewed
 * one by one: add tables and columns, drop them a version later.
 */
export const MIGRATIONS: readonly Migration[] = [
  ({ whole, serial, table }) => [
    `create table rota_rosters (desk text primary key not null, shape ${whole} not null, digest text not null,
       roster text not null, fetched_at ${whole} not null)${table}`,
    `create table rota_status_changes (desk text not null, seen_at ${whole} not null, agent text not null,
       from_status text, to_status text not null, primary key (desk, seen_at, agent))${table}`,
    `create index rota_status_changes_seen on rota_status_changes (seen_at)`,
    `create table rota_token_uses (id text primary key not null, until_at ${whole} not null)${table}`,
    `create index rota_token_uses_until on rota_token_uses (until_at)`,
    `create table rota_calls (month text primary key not null, calls ${whole} not null)${table}`,
    `create table rota_leases (name text primary key not null, holder text not null,
       until_at ${whole} not null)${table}`,
    `create table rota_calendars (place ${serial}, id text not null unique, calendar text not null)${table}`,
  ],
  ({ whole, table }) => [
    `create table rota_desks (desk text primary key not null, bulletin text, posted_at ${whole}, looked_at ${whole},
       asked_at ${whole})${table}`,
  ],
];

export const STORE_VERSION = MIGRATIONS.length;

/** One connection, within a transaction that keeps others from migrating at the same time. */
export type RunSql = (sql: string, values?: readonly SqlValue[]) => Promise<readonly unknown[]>;

const VERSION_TABLE = "rota_version";
const versionRow = z.array(z.object({ version: z.int() }));

/**
 * Brings a store to the version of the last migration. Rejects with a `StoreFailure`: `newer` where a later version
 * has written it, `damaged` where its version cannot be told; then nothing has been changed.
 */
export async function migrate(
  run: RunSql,
  dialect: Dialect,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  await run(
    `create table if not exists ${VERSION_TABLE} (version ${dialect.whole} not null)${dialect.table}`,
  );
  const before = await readVersion(run, migrations.length);
  if (before === migrations.length) return;
  for (const statements of migrations.slice(before)) {
    for (const sql of statements(dialect)) await run(sql);
  }
  await run(`delete from ${VERSION_TABLE}`);
  await run(`insert into ${VERSION_TABLE} (version) values ($1)`, [migrations.length]);
}

/** 0: nothing is there yet. The table of versions must be there. */
export async function readVersion(run: RunSql, ours: number = STORE_VERSION): Promise<number> {
  const read = versionRow.safeParse(await run(`select version from ${VERSION_TABLE}`));
  if (!read.success || read.data.length > 1) throw new StoreFailure("damaged", "VERSION");
  const version = read.data[0]?.version ?? 0;
  if (version < 0) throw new StoreFailure("damaged", "VERSION");
  if (version > ours) throw new StoreFailure("newer", String(version));
  return version;
}
