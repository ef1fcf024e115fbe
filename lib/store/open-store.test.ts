import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createFakeClock, START_AT } from "#lib/roster/testing/fake-clock.ts";
import { asInstant } from "#lib/schedule/types.ts";
import { openStore, type StoreSettings } from "./open-store.ts";
import { LAST_REOPEN_MS } from "./reopening-store.ts";
import { calendarOf, changeOf, later, storedOf } from "./testing/rows.ts";
import { withPostgres } from "./testing/with-postgres.ts";

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "open-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

function open(settings: StoreSettings, helpdeskIds: readonly (readonly [string, string])[] = []) {
  const clock = createFakeClock();
  const told: string[] = [];
  const observer = {
    onFault: (fault: string) => told.push(fault),
    onRecovery: () => told.push("recovered"),
  };
  const store = openStore(settings, { clock, observer, helpdeskIds: new Map(helpdeskIds) });
  onTestFinished(() => store.close());
  return { store, clock, told };
}

test("without an address it is SQLite, in the folder", async () => {
  const dataDir = newFolder();
  const { store } = open({ dataDir, databaseUrl: null });
  await store.saveRoster("main", storedOf("anna"));
  expect(store.storage()).toEqual({ engine: "sqlite", fault: null, since: null });
  await store.close();
  expect(await open({ dataDir, databaseUrl: null }).store.loadRoster("main")).toEqual(storedOf("anna"));
});

test("a key that now means another helpdesk does not show the agents of the old one", async () => {
  const dataDir = newFolder();
  const before = open({ dataDir, databaseUrl: null }, [["main", "7001"]]).store;
  await before.saveRoster("main", storedOf("anna"));
  await before.addStatusChanges("main", [changeOf()]);
  await before.addCalendar(calendarOf("a"));
  await before.close();
  const times = [asInstant(0), asInstant(START_AT + 1_000_000)] as const;

  const after = open({ dataDir, databaseUrl: null }, [["main", "7002"]]).store;
  expect(await after.loadRoster("main")).toBeNull();
  expect(await after.listStatusChanges("main", ...times)).toEqual([]);
  expect(await after.listCalendars()).toEqual([calendarOf("a")]);

  const renamed = open({ dataDir, databaseUrl: null }, [["it", "7001"]]).store;
  expect(await renamed.loadRoster("it")).toEqual(storedOf("anna"));
  expect(await renamed.listStatusChanges("it", ...times)).toEqual([changeOf()]);
  await renamed.dropRosters(later(1), ["it"]);
  expect(await renamed.loadRoster("it")).toEqual(storedOf("anna"));
  await renamed.dropRosters(later(1), ["main"]);
  expect(await renamed.loadRoster("it")).toBeNull();
});

test("where there can be no folder it says so once, and is used as soon as there can be", async () => {
  const parent = newFolder();
  const inTheWay = join(parent, "data");
  writeFileSync(inTheWay, "");
  const { store, clock, told } = open({ dataDir: inTheWay, databaseUrl: null });
  await expect(store.loadRoster("main")).rejects.toMatchObject({ fault: "unreachable" });
  await expect(store.saveRoster("main", storedOf("anna"))).rejects.toMatchObject({ fault: "unreachable" });
  expect(told).toEqual(["unreachable"]);
  rmSync(inTheWay);
  mkdirSync(inTheWay);
  await expect
    .poll(
      async () => {
        await clock.advance(LAST_REOPEN_MS);
        return store.storage().fault;
      },
      { timeout: 10_000 },
    )
    .toBeNull();
  expect(told).toEqual(["unreachable", "recovered"]);
});

withPostgres("with an address", (server) => {
  test("it is PostgreSQL, and comes back by itself after the database was down", async () => {
    const databaseUrl = await server().newDatabase();
    const { store, clock, told } = open({ dataDir: "/nowhere", databaseUrl });
    await store.saveRoster("main", storedOf("anna"));
    expect(store.storage()).toEqual({ engine: "postgres", fault: null, since: null });
    await server().kill();
    await expect(store.loadRoster("main")).rejects.toMatchObject({ fault: "unreachable" });
    expect(store.storage().fault).toBe("unreachable");
    await server().start();
    const load = async () => {
      await clock.advance(LAST_REOPEN_MS);
      return store.loadRoster("main").catch(() => null);
    };
    await expect.poll(load, { timeout: 20_000 }).toEqual(storedOf("anna"));
    expect(store.storage().fault).toBeNull();
    expect(told.at(0)).toBe("unreachable");
    expect(told.at(-1)).toBe("recovered");
  }, 60_000);
});
