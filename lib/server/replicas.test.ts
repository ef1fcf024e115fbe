import { beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { internalError } from "#lib/sample-desk/fault-presets.ts";
import { startTcpProxy } from "#lib/store/testing/tcp-proxy.ts";
import { withPostgres } from "#lib/store/testing/with-postgres.ts";
import { openReplicaBench, REFRESH_MS, type ReplicaProcess } from "./testing/replica-bench.ts";

/** Real processes on a real PostgreSQL, with an interval of a second and a half. */

const LONG = { timeout: 60_000 };
const SOON = { timeout: 30_000, interval: 50 };
/** What a busy machine adds. */
const BUSY_MS = 1_000;
const rounds = (journal: readonly { readonly target: string }[]) =>
  journal.filter(({ target }) => target === "present").length;

const readersOf = async (replicas: readonly ReplicaProcess[]) => {
  const states = await Promise.all(replicas.map((replica) => replica.state()));
  return replicas.filter((_, index) => states[index]?.isReader);
};

/** The one that reads; all others show a fresh roster under the ETag of that one. */
async function untilAgreed(replicas: readonly ReplicaProcess[]): Promise<ReplicaProcess> {
  return vi.waitFor(async () => {
    const [reader, ...more] = await readersOf(replicas);
    const looks = await Promise.all(replicas.map((replica) => replica.look()));
    const states = await Promise.all(replicas.map((replica) => replica.state()));
    expect(more).toEqual([]);
    expect(new Set(looks.map((look) => look?.etag)).size).toBe(1);
    expect(new Set(states.map(({ freshness }) => freshness))).toEqual(new Set(["fresh"]));
    if (reader === undefined) throw new Error("Nobody reads.");
    return reader;
  }, SOON);
}

withPostgres("replicas", (server) => {
  describe("three", () => {
    let bench: Awaited<ReturnType<typeof openReplicaBench>>;
    let replicas: readonly ReplicaProcess[] = [];

    beforeAll(async () => {
      const databaseUrl = await server().newDatabase();
      bench = await openReplicaBench();
      // Their clocks are a minute and a half apart, which must not matter.
      const skewsMs = [0, -90_000, 90_000];
      replicas = await Promise.all(skewsMs.map((skewMs) => bench.start({ databaseUrl, skewMs })));
      return () => bench.close();
    });

    const untilRounds = (times: number) => {
      const { control } = bench.feishu;
      control.clearJournal();
      return vi.waitFor(() => expect(rounds(control.journal())).toBeGreaterThanOrEqual(times), SOON);
    };

    test("cost what one costs, and share problems, requests and used token ids", LONG, async () => {
      const reader = await untilAgreed(replicas);
      const { control } = bench.feishu;
      const beganMs = performance.now();
      await untilRounds(3);
      // The first of them may have been due at once.
      expect(performance.now() - beganMs).toBeGreaterThan(1.8 * REFRESH_MS);
      for (const look of await Promise.all(replicas.map((replica) => replica.look()))) {
        expect(look?.ageMs).toBeGreaterThanOrEqual(-1_000);
        expect(look?.ageMs).toBeLessThan(2 * REFRESH_MS + BUSY_MS);
      }

      control.failAlways(internalError());
      await replicas.find((replica) => replica !== reader)?.refresh();
      await vi.waitFor(async () => {
        for (const state of await Promise.all(replicas.map((replica) => replica.state()))) {
          expect(state).toMatchObject({ problem: { code: "upstream_error" }, freshness: "stale" });
        }
      }, SOON);
      control.clearFaults();
      const used = await Promise.all(replicas.map((replica) => replica.useOnce("token-id")));
      expect(used.filter(Boolean)).toHaveLength(1);
      await untilAgreed(replicas);
    });

    // The last one: few of them are left.
    test(
      "outlive the database, then kill -9 of the reader, then the good end of the next",
      LONG,
      async () => {
        await untilAgreed(replicas);
        await server().kill();
        try {
          await untilRounds(2);
          for (const replica of replicas) {
            expect((await replica.look())?.agents).toBeGreaterThan(0);
            await vi.waitFor(async () => expect((await replica.state()).storage.fault).not.toBeNull(), SOON);
          }
        } finally {
          await server().start();
        }
        const reader = await untilAgreed(replicas);

        await reader.end("SIGKILL");
        const killedMs = performance.now();
        await untilRounds(1);
        expect(performance.now() - killedMs).toBeLessThan(2 * REFRESH_MS + BUSY_MS);
        const left = replicas.filter((replica) => replica !== reader);
        const next = await untilAgreed(left);

        await next.end("SIGTERM");
        await untilAgreed(left.filter((replica) => replica !== next));
      },
    );
  });

  test.each(["refuse", "silent"] as const)(
    "one whose line to the database is cut (%s) serves on and says so, and another reads",
    LONG,
    async (how) => {
      const databaseUrl = await server().newDatabase();
      const { start, close } = await openReplicaBench();
      onTestFinished(close);
      const throughProxy = new URL(databaseUrl);
      const proxy = await startTcpProxy(Number(throughProxy.port));
      onTestFinished(() => proxy.close());
      throughProxy.port = String(proxy.port);
      // Silence is noticed sooner than by the product's own deadline.
      throughProxy.searchParams.set("query_timeout", "1000");
      const cut = await start({ databaseUrl: throughProxy.href });
      await vi.waitFor(async () => expect(await cut.state()).toMatchObject({ isReader: true }), SOON);
      const whole = await start({ databaseUrl });
      expect(await untilAgreed([cut, whole])).toBe(cut);

      proxy.set(how);
      await vi.waitFor(async () => {
        expect((await cut.state()).storage.fault).not.toBeNull();
        expect((await whole.state()).isReader).toBe(true);
      }, SOON);
      expect((await cut.look())?.agents).toBe((await whole.look())?.agents);
      proxy.set("whole");
      await untilAgreed([cut, whole]);
      expect((await cut.state()).storage.fault).toBeNull();
    },
  );
});
