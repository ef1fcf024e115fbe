import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { internalError } from "#lib/sample-desk/fault-presets.ts";
import { type SampleDesk, startSampleDesk } from "#lib/sample-desk/server.ts";
import { findPostgres, MISSING } from "#lib/store/testing/postgres-programs.ts";
import { startPostgres } from "#lib/store/testing/postgres-server.ts";
import { type Replica, startReplica } from "./fixtures/replica.ts";

/** Several products as they really run, and one that dies in the middle of an outage. */

test.setTimeout(180_000);
/** REFRESH_SECONDS is 10, the least there is. */
const INTERVAL_MS = 10_000;
const SOON = { timeout: 60_000, intervals: [200] };

let feishu: SampleDesk;
let replicas: Replica[] = [];
const start = async (settings: Readonly<Record<string, string>>, skewMs = 0) => {
  const replica = await startReplica(feishu, settings, skewMs);
  replicas = [...replicas, replica];
  return replica;
};
const rounds = () => feishu.control.journal().filter(({ target }) => target === "present").length;

test.beforeEach(async () => {
  feishu = await startSampleDesk();
});
test.afterEach(async () => {
  await Promise.all(replicas.map((replica) => replica.kill()));
  replicas = [];
  await feishu.close();
});

test("two replicas and one more: one reads, all answer the same, and a death is made good", async () => {
  const programs = findPostgres();
  if (programs === null) throw new Error(MISSING);
  const database = await startPostgres(programs);
  try {
    const settings = { DATABASE_URL: await database.newDatabase(), POLL_WHEN_IDLE: "true" };
    const first = await start(settings);
    await expect.poll(async () => (await first.roster()).status, SOON).toBe(200);
    const others = await Promise.all([-90_000, 90_000].map((skewMs) => start(settings, skewMs)));

    // Whoever is sent from one to another needs nothing sent anew.
    for (const other of others) {
      await expect(async () => {
        const { etag } = await first.roster();
        expect((await other.roster(etag ?? "")).status).toBe(304);
      }).toPass(SOON);
      expect(await other.roster()).toMatchObject({ freshness: "fresh" });
      expect((await other.roster()).ageMs).toBeGreaterThanOrEqual(-1_000);
      expect((await other.roster()).ageMs).toBeLessThan(2 * INTERVAL_MS);
    }
    const elsewhere = "Another replica reads some of the desks";
    expect(await (await fetch(`${first.url}/status?lang=en`)).text()).not.toContain(elsewhere);
    for (const { url } of others) {
      expect(await (await fetch(`${url}/status?lang=en`)).text()).toContain(elsewhere);
    }

    feishu.control.clearJournal();
    const beganMs = performance.now();
    await expect.poll(rounds, SOON).toBe(2);
    expect(performance.now() - beganMs).toBeGreaterThan(0.8 * INTERVAL_MS);

    await first.kill();
    const killedMs = performance.now();
    feishu.control.clearJournal();
    await expect.poll(rounds, SOON).toBe(1);
    expect(performance.now() - killedMs).toBeLessThan(2 * INTERVAL_MS);
    const [one, two] = others;
    await expect(async () => {
      const { etag } = (await one?.roster()) ?? {};
      expect((await two?.roster(etag ?? ""))?.status).toBe(304);
    }).toPass(SOON);
  } finally {
    await database.close();
  }
});

test("a restart in the middle of an outage shows the last good roster, and what is wrong", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "rota-restart-"));
  try {
    const before = await start({ DATA_DIR: dataDir });
    await expect.poll(async () => (await before.roster()).freshness, SOON).toBe("fresh");
    const { agents } = await before.roster();
    feishu.control.failAlways(internalError());
    await before.kill();

    const after = await start({ DATA_DIR: dataDir });
    expect(await after.roster()).toMatchObject({ status: 200, freshness: "stale", agents });
    await expect.poll(async () => (await after.roster()).problem, SOON).toBe("upstream_error");
    feishu.control.clearFaults();
    await expect.poll(async () => (await after.roster()).freshness, SOON).toBe("fresh");
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});
