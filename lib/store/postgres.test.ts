import { once } from "node:events";
import { createServer } from "node:net";
import { Client } from "pg";
import { describe, expect, onTestFinished, test } from "vitest";
import { STORE_VERSION } from "./migrations.ts";
import { openPostgres, type PostgresOptions } from "./postgres.ts";
import { createSqlStore } from "./sql-store.ts";
import { describeStore } from "./testing/conformance.ts";
import { runSql } from "./testing/postgres-server.ts";
import { storedOf } from "./testing/rows.ts";
import { withPostgres } from "./testing/with-postgres.ts";

const openStore = async (url: string, options?: PostgresOptions) =>
  createSqlStore(await openPostgres(url, options));

withPostgres("PostgreSQL", (server) => {
  describeStore(async () => {
    const url = await server().newDatabase();
    return { open: () => openStore(url) };
  });

  /** A store with a roster, and the address of its database. */
  async function openKept(options?: PostgresOptions) {
    const url = await server().newDatabase();
    const store = await openStore(url, options);
    onTestFinished(() => store.close());
    await store.saveRoster("main", storedOf("anna"));
    return { url, store };
  }

  test("several that open a new database at the same moment all find it whole", async () => {
    const url = await server().newDatabase();
    const stores = await Promise.all(Array.from({ length: 5 }, () => openStore(url)));
    onTestFinished(async () => {
      for (const store of stores) await store.close();
    });
    for (const store of stores) expect(await store.loadRoster("main")).toBeNull();
    expect(await runSql(url, "select version from rota_version")).toEqual([
      { version: String(STORE_VERSION) },
    ]);
  });

  test("its connections say whose they are", async () => {
    const { url } = await openKept();
    const rows = await runSql(
      url,
      "select application_name from pg_stat_activity where datname = current_database()",
    );
    expect(rows).toContainEqual({ application_name: "helpdesk-rota" });
  });

  test.each([
    ["a later version", `update rota_version set version = ${STORE_VERSION + 1}`, "newer"],
    ["two versions", "insert into rota_version values (1)", "damaged"],
  ])("tables of %s are refused, and left as they are", async (_, sql, fault) => {
    const { url } = await openKept();
    await runSql(url, sql);
    const before = await runSql(url, "select * from rota_version");
    await expect(openStore(url)).rejects.toMatchObject({ fault });
    expect(await runSql(url, "select * from rota_version")).toEqual(before);
    expect(await runSql(url, "select desk from rota_rosters")).toEqual([{ desk: "main" }]);
  });

  test.each([
    ["another shape", "update rota_rosters set shape = 3"],
    ["another thing", "update rota_rosters set roster = '[]'"],
  ])("a kept roster of %s is neither served nor written over", async (_, sql) => {
    const { url } = await openKept();
    await runSql(url, sql);
    const before = await runSql(url, "select * from rota_rosters");
    const store = await openStore(url);
    onTestFinished(() => store.close());
    await expect(store.saveRoster("main", storedOf("ben"))).rejects.toMatchObject({
      fault: "unreadable_row",
    });
    await expect(store.loadRoster("main")).rejects.toMatchObject({ fault: "unreadable_row" });
    expect(await runSql(url, "select * from rota_rosters")).toEqual(before);
  });

  test("a replica of a later version that changes the shape meanwhile is not written over", async () => {
    const { url, store } = await openKept();
    await runSql(url, "update rota_rosters set shape = 3");
    await expect(store.saveRoster("main", storedOf("ben"))).rejects.toMatchObject({
      fault: "unreadable_row",
    });
  });

  describe("says what is wrong with", () => {
    test("tables that somebody has dropped", async () => {
      const { url, store } = await openKept();
      await runSql(url, "drop table rota_calls");
      await expect(store.countCalls("2026-11")).rejects.toMatchObject({ fault: "damaged", reason: "42P01" });
    });

    test("a database that may only be read", async () => {
      const { url } = await openKept();
      await runSql(url, `alter database ${nameOf(url)} set default_transaction_read_only = on`);
      const store = await openStore(url);
      onTestFinished(() => store.close());
      expect(await store.loadRoster("main")).toEqual(storedOf("anna"));
      await expect(store.saveRoster("main", storedOf("ben"))).rejects.toMatchObject({ fault: "read_only" });
    });

    test("a database that is not there", async () => {
      const { url } = await openKept();
      await expect(openStore(`${url}_not`)).rejects.toMatchObject({ fault: "refused", reason: "3D000" });
    });

    test("an account without rights", async () => {
      const { url } = await openKept();
      await runSql(url, `create role guest_of_${nameOf(url)} login`);
      const guest = url.replace("rota@", `guest_of_${nameOf(url)}@`);
      await expect(openStore(guest)).rejects.toMatchObject({ fault: "refused", reason: "42501" });
    });

    test("one that is held by another, after its deadline", async () => {
      const { url, store } = await openKept({ statementMs: 300 });
      const holder = new Client({ connectionString: url });
      await holder.connect();
      onTestFinished(() => holder.end());
      await holder.query("begin; lock table rota_calls");
      await expect(store.addCalls("2026-11", 1)).rejects.toMatchObject({ fault: "slow" });
      await holder.query("rollback");
      await store.addCalls("2026-11", 1);
      expect(await store.countCalls("2026-11")).toBe(1);
    });

    test("a connection that is cut, and goes on with the next", async () => {
      const { url, store } = await openKept();
      const cut =
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'helpdesk-rota'";
      await runSql(url, cut);
      await expect.poll(() => store.loadRoster("main").catch(() => null)).toEqual(storedOf("anna"));
    });
  });

  test("what was kept outlives a crash of the database", async () => {
    const { store } = await openKept();
    await server().kill();
    await expect(store.loadRoster("main")).rejects.toMatchObject({ fault: "unreachable" });
    await server().start();
    await expect
      .poll(() => store.loadRoster("main").catch(() => null), { timeout: 10_000 })
      .toEqual(storedOf("anna"));
  }, 60_000);
});

const nameOf = (url: string) => new URL(url).pathname.slice(1);

test("a database that takes the connection and says nothing is given up after its deadline", async () => {
  const silent = createServer(() => {});
  silent.listen(0, "127.0.0.1");
  await once(silent, "listening");
  const address = silent.address();
  if (address === null || typeof address === "string") throw new Error("No port.");
  onTestFinished(() => void silent.close());
  const url = `postgresql://rota@127.0.0.1:${address.port}/rota`;
  await expect(openPostgres(url, { connectMs: 200 })).rejects.toMatchObject({ fault: "slow" });
});

test("a database that is not running is unreachable, and no message names its address", async () => {
  const refused = openPostgres("postgresql://rota:hush-hush@127.0.0.1:1/rota").catch(
    (error: unknown) => error,
  );
  expect(await refused).toMatchObject({ fault: "unreachable", reason: "ECONNREFUSED" });
  expect(String(await refused)).not.toMatch(/127|hush/);
});
