import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, onTestFinished, test } from "vitest";
import { asInstant } from "#lib/schedule/types.ts";
import { STORE_VERSION } from "./migrations.ts";
import { createSqlStore } from "./sql-store.ts";
import { openSqlite, SQLITE_FILE } from "./sqlite.ts";
import { describeStore } from "./testing/conformance.ts";
import { storedOf } from "./testing/rows.ts";

const openStore = async (folder: string) => createSqlStore(await openSqlite(folder));

/** A folder that is not there yet. */
function newFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), "store-"));
  onTestFinished(() => {
    chmodSync(parent, 0o755);
    rmSync(parent, { recursive: true });
  });
  return join(parent, "deep", "data");
}
const pathOf = (folder: string) => join(folder, SQLITE_FILE);

/** What the file of a closed store is after `change`, which gets it as a database. */
async function spoil(folder: string, change: (database: DatabaseSync) => void): Promise<Buffer> {
  const store = await openStore(folder);
  await store.saveRoster("main", storedOf("anna"));
  await store.close();
  const database = new DatabaseSync(pathOf(folder));
  change(database);
  database.close();
  return readFileSync(pathOf(folder));
}

describe("SQLite", () => {
  describeStore(async () => {
    const folder = newFolder();
    return { open: () => openStore(folder) };
  });
});

test("only its owner may read the file and those beside it, whatever an older one allowed", async () => {
  const folder = newFolder();
  await (await openStore(folder)).close();
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  chmodSync(pathOf(folder), 0o644);
  const store = await openStore(folder);
  await store.saveRoster("main", storedOf("anna"));
  const modes = readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mode & 0o777]);
  expect(modes).toEqual([
    [SQLITE_FILE, 0o600],
    [`${SQLITE_FILE}-shm`, 0o600],
    [`${SQLITE_FILE}-wal`, 0o600],
  ]);
  await store.close();
});

describe("is refused, and left to the letter as it is:", () => {
  test.each([
    ["text", "not a database, but long enough to look like one to somebody".repeat(40)],
    ["the beginning of a database and nothing else", "SQLite format 3\0"],
  ])("%s", async (_, text) => {
    const folder = newFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(pathOf(folder), text);
    await expect(openStore(folder)).rejects.toMatchObject({ fault: "damaged" });
    expect(readFileSync(pathOf(folder), "utf8")).toBe(text);
  });

  test("a database with a torn page", async () => {
    const folder = newFolder();
    const whole = await spoil(folder, () => {});
    const torn = Buffer.from(whole).fill(0xa5, 4096, 3 * 4096);
    writeFileSync(pathOf(folder), torn);
    await expect(openStore(folder)).rejects.toMatchObject({ fault: "damaged" });
    expect(readFileSync(pathOf(folder)).equals(torn)).toBe(true);
  });

  test.each([
    [
      "one that a later version has written",
      `update rota_version set version = ${STORE_VERSION + 1}`,
      "newer",
    ],
    ["one with a version that cannot be", "update rota_version set version = -1", "damaged"],
    ["one with two versions", "insert into rota_version values (1)", "damaged"],
    ["one of something else", "drop table rota_version", "damaged"],
  ])("%s", async (_, sql, fault) => {
    const folder = newFolder();
    const spoilt = await spoil(folder, (database) => database.exec(sql));
    await expect(openStore(folder)).rejects.toMatchObject({ fault });
    expect(readFileSync(pathOf(folder)).equals(spoilt)).toBe(true);
  });
});

describe("a kept roster that cannot be understood is neither served nor written over:", () => {
  test.each([
    ["another shape", "update rota_rosters set shape = 3"],
    ["a packed one that is not packed", "update rota_rosters set shape = 2"],
    ["half a text", "update rota_rosters set roster = substr(roster, 1, 40)"],
    ["another thing", "update rota_rosters set roster = '[]'"],
    ["a status of another world", "update rota_rosters set roster = replace(roster, 'online', 'asleep')"],
    ["a time that cannot be", "update rota_rosters set fetched_at = -5"],
  ])("%s", async (_, sql) => {
    const folder = newFolder();
    await spoil(folder, (database) => database.exec(sql));
    const rowOf = () => {
      const database = new DatabaseSync(pathOf(folder), { readOnly: true });
      const row = database.prepare("select * from rota_rosters").get();
      database.close();
      return row;
    };
    const before = rowOf();
    const store = await openStore(folder);
    onTestFinished(() => store.close());
    await expect(store.saveRoster("main", storedOf("ben"))).rejects.toMatchObject({
      fault: "unreadable_row",
    });
    await expect(store.loadRoster("main")).rejects.toMatchObject({ fault: "unreadable_row" });
    await expect(store.saveRoster("main", storedOf("ben"))).rejects.toMatchObject({
      fault: "unreadable_row",
    });
    expect(rowOf()).toEqual(before);
    await store.saveRoster("second", storedOf("ben"));
    expect(await store.loadRoster("second")).toEqual(storedOf("ben"));
  });
});

test("rows of another shape are told, never skipped", async () => {
  const folder = newFolder();
  await spoil(folder, (database) => {
    database.exec("insert into rota_calendars (id, calendar) values ('a', '{}')");
    database.exec("insert into rota_status_changes values ('main', 1, '\"a\"', null, 'asleep')");
  });
  const store = await openStore(folder);
  onTestFinished(() => store.close());
  await expect(store.listCalendars()).rejects.toMatchObject({ fault: "unreadable_row" });
  const listed = store.listStatusChanges("main", asInstant(0), asInstant(2));
  await expect(listed).rejects.toMatchObject({ fault: "unreadable_row" });
});

test("a folder that cannot be made is a store that cannot be reached", async () => {
  const folder = newFolder();
  mkdirSync(join(folder, ".."), { recursive: true });
  writeFileSync(folder, "a file where the folder should be");
  await expect(openStore(folder)).rejects.toMatchObject({ fault: "unreachable" });
});

/** Root may write anywhere: then the test goes on as somebody else. */
function asNobody(): void {
  if (process.getuid?.() !== 0) return;
  process.seteuid?.(65_534);
  onTestFinished(() => process.seteuid?.(0));
}

test("on a disk that cannot be written the last roster is read, and nothing is said to be kept", async () => {
  const folder = newFolder();
  await spoil(folder, () => {});
  for (const path of [join(folder, "../.."), join(folder, ".."), folder]) chmodSync(path, 0o555);
  chmodSync(pathOf(folder), 0o444);
  asNobody();
  const store = await openStore(folder);
  onTestFinished(() => store.close());
  expect(await store.loadRoster("main")).toEqual(storedOf("anna"));
  await expect(store.saveRoster("main", storedOf("ben"))).rejects.toMatchObject({ fault: "read_only" });
  expect(await store.loadRoster("main")).toEqual(storedOf("anna"));
});

test("where nothing can be written and nothing was kept, the store is read-only", async () => {
  const folder = newFolder();
  chmodSync(join(folder, "../.."), 0o555);
  asNobody();
  await expect(openStore(folder)).rejects.toMatchObject({ fault: "read_only" });
});

test("another process that holds the file is waited for, and not for ever", async () => {
  const folder = newFolder();
  const store = await openStore(folder);
  onTestFinished(() => store.close());
  const other = new DatabaseSync(pathOf(folder));
  other.exec("begin immediate");
  await expect(store.saveRoster("main", storedOf("anna"))).rejects.toMatchObject({ fault: "slow" });
  other.exec("commit");
  await store.saveRoster("main", storedOf("anna"));
  other.close();
});
