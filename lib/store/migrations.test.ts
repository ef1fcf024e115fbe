import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { type Dialect, type Migration, migrate, type RunSql } from "./migrations.ts";

const DIALECT: Dialect = { whole: "integer", serial: "integer primary key", table: "" };
const FIRST: Migration = () => ["create table people (name text)", "insert into people values ('anna')"];
const SECOND: Migration = ({ whole }) => [`alter table people add column age ${whole}`];

function openEmpty(): { readonly run: RunSql; readonly rows: (sql: string) => unknown } {
  const database = new DatabaseSync(":memory:");
  const rows = (sql: string) => database.prepare(sql).all();
  const run: RunSql = async (sql, values = []) => database.prepare(sql.replace("$1", "?")).all(...values);
  return { run, rows };
}

test("a store of an older version gets what it lacks, and keeps what it has", async () => {
  const { run, rows } = openEmpty();
  await migrate(run, DIALECT, [FIRST]);
  await migrate(run, DIALECT, [FIRST, SECOND]);
  expect(rows("select * from people")).toEqual([{ name: "anna", age: null }]);
  expect(rows("select * from rota_version")).toEqual([{ version: 2 }]);
});

test("what has been done is not done again", async () => {
  const { run, rows } = openEmpty();
  for (let times = 0; times < 3; times++) await migrate(run, DIALECT, [FIRST]);
  expect(rows("select count(*) as people from people")).toEqual([{ people: 1 }]);
});

test("a store of a later version is refused", async () => {
  const { run, rows } = openEmpty();
  await migrate(run, DIALECT, [FIRST, SECOND]);
  await expect(migrate(run, DIALECT, [FIRST])).rejects.toMatchObject({ fault: "newer", reason: "2" });
  expect(rows("select * from rota_version")).toEqual([{ version: 2 }]);
});
