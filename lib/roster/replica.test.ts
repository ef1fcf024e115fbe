import { describe, expect, test } from "vitest";
import { createDocuments } from "./documents.ts";
import type { Feed } from "./feed.ts";
import { WHOLE } from "./shape.ts";
import { ANNA, BEN, fail, HOUR } from "./testing/open-feed.ts";
import { openReplicas, REFRESH } from "./testing/open-replicas.ts";
import { listOf } from "./testing/scripted-desk.ts";

const ids = (feed: Feed) => feed.state().roster?.agents.map(({ id }) => id) ?? null;

async function etagOf(feed: Feed): Promise<string | null> {
  const { roster, freshness, problem } = feed.state();
  return roster && (await createDocuments()({ roster, freshness, problem }, WHOLE)).etag;
}

describe("one of several reads", () => {
  test("and the others show the same under the same ETag, at the same times", async () => {
    const { clock, reader, add, unexpected } = await openReplicas();
    const [a, b, c] = [await add("a"), await add("b"), await add("c")];
    await clock.advance(3 * REFRESH);
    expect(reader.calls).toBe("prppp");
    expect([b.calls(), c.calls()]).toEqual(["", ""]);
    reader.present = [listOf({ ...ANNA, status: "offline" }, BEN)];
    await clock.advance(REFRESH);
    expect(ids(b.feed)).toEqual(["ou_anna", "ou_ben", "ou_gone"]);
    for (const { feed } of [b, c]) {
      expect(feed.state()).toMatchObject({ freshness: "fresh", problem: null, isReader: false });
      expect(feed.state().fetchedAt).toBe(a.feed.state().fetchedAt);
      expect(await etagOf(feed)).toBe(await etagOf(a.feed));
    }
    expect(unexpected).toEqual([]);
  });

  test("a problem is told to the others, with its beginning and its log id", async () => {
    const { clock, reader, add } = await openReplicas();
    const [a, b] = [await add("a"), await add("b")];
    reader.present = [fail("upstream_error", null, "log-1")];
    await clock.advance(REFRESH + 100);
    expect(b.feed.state()).toMatchObject({ freshness: "stale", problem: { logId: "log-1" } });
    expect(b.feed.state().problem).toEqual(a.feed.state().problem);
    expect(await etagOf(b.feed)).toBe(await etagOf(a.feed));
    reader.present = [listOf(ANNA)];
    await clock.advance(REFRESH);
    expect(b.feed.state()).toMatchObject({ freshness: "fresh", problem: null });
  });

  test("a wrong clock changes nothing: ages are measured by the store's", async () => {
    const { clock, add } = await openReplicas();
    const [a, behind, ahead] = [
      await add("a", { skewMs: 0 }),
      await add("b", { skewMs: -90_000 }),
      await add("c", { skewMs: 90_000 }),
    ];
    await clock.advance(REFRESH + 4_000);
    const now = clock.now();
    expect(a.feed.state().fetchedAt).toBe(now - 4_000);
    expect(behind.feed.state()).toMatchObject({ freshness: "fresh", fetchedAt: now - 90_000 - 4_000 });
    expect(ahead.feed.state()).toMatchObject({ freshness: "fresh", fetchedAt: now + 90_000 - 4_000 });
  });

  test("a replica that joins a desk that nobody has read waits for the first roster", async () => {
    const { clock, reader, add } = await openReplicas();
    const answer = Promise.withResolvers<ReturnType<typeof listOf>>();
    reader.present = [answer.promise];
    await add("a");
    const b = await add("b");
    const wait = b.feed.firstRoster(10_000);
    await clock.advance(3_000);
    answer.resolve(listOf(ANNA));
    await clock.advance(100);
    await wait;
    expect(ids(b.feed)).toEqual(["ou_anna", "ou_gone"]);
  });
});

test("a roster that could not be kept is not told to the others, who show the last one as what it is", async () => {
  const { clock, store, reader, add } = await openReplicas();
  let isFull = false;
  const saveRoster: typeof store.saveRoster = (...given) =>
    isFull ? Promise.reject(new Error("no room")) : store.saveRoster(...given);
  const a = await add("a", { verbs: { saveRoster } });
  const b = await add("b");
  await clock.advance(REFRESH + 100);
  const keptAt = b.feed.state().fetchedAt;
  isFull = true;
  reader.present = [listOf(ANNA, BEN)];
  await clock.advance(3 * REFRESH);
  b.feed.look();
  expect(ids(a.feed)).toEqual(["ou_anna", "ou_ben", "ou_gone"]);
  expect(ids(b.feed)).toEqual(["ou_anna", "ou_gone"]);
  expect(b.feed.state()).toMatchObject({ freshness: "stale", fetchedAt: keptAt });
  isFull = false;
  await clock.advance(REFRESH);
  expect(ids(b.feed)).toEqual(["ou_anna", "ou_ben", "ou_gone"]);
  expect(b.feed.state()).toMatchObject({ freshness: "fresh", fetchedAt: a.feed.state().fetchedAt });
});

describe("when the reader ends", () => {
  test("by a crash, another reads within two intervals, and only one", async () => {
    const { clock, add } = await openReplicas();
    const [a, b, c] = [await add("a"), await add("b"), await add("c")];
    await clock.advance(REFRESH + 1);
    a.kill();
    await clock.advance(2 * REFRESH);
    expect([b.feed.state().isReader, c.feed.state().isReader].filter(Boolean)).toHaveLength(1);
    expect(`${b.calls()}${c.calls()}`).toMatch(/^prp?$/);
    await clock.advance(5 * REFRESH);
    const busy = [b.calls(), c.calls()].filter((calls) => calls !== "");
    expect(busy).toEqual([expect.stringMatching(/^prp{5,6}$/)]);
    expect(await etagOf(b.feed)).toBe(await etagOf(c.feed));
  });

  test("in good order, another reads at the next round, and nothing is asked twice", async () => {
    const { clock, reader, add } = await openReplicas();
    const [a, b] = [await add("a"), await add("b")];
    await clock.advance(REFRESH / 2);
    await a.feed.stop();
    await clock.advance(100);
    expect(b.feed.state().isReader).toBe(true);
    expect(b.calls()).toBe("");
    await clock.advance(REFRESH / 2);
    expect([reader.calls, b.calls()]).toEqual(["prpr", "pr"]);
  });

  test("the next one keeps the waits that Feishu has asked for", async () => {
    const { clock, reader, add } = await openReplicas();
    const [a, b] = [await add("a"), await add("b")];
    reader.present = [fail("quota_used_up"), listOf(ANNA)];
    await clock.advance(REFRESH + 100);
    a.kill();
    await clock.advance(HOUR - REFRESH);
    expect(b.feed.state()).toMatchObject({ isReader: true, problem: { code: "quota_used_up" } });
    expect(b.feed.refresh()).toBe(false);
    expect(b.calls()).toBe("");
    await clock.advance(REFRESH);
    expect(b.calls()).toBe("pr");
  });

  test("statuses are continued by who takes over in time", async () => {
    const { clock, reader, add } = await openReplicas();
    const [a, b] = [await add("a"), await add("b")];
    reader.present = [listOf({ ...ANNA, status: "offline" })];
    await clock.advance(REFRESH + 100);
    const since = a.feed.state().roster?.agents[0]?.statusSince;
    await a.feed.stop();
    await clock.advance(REFRESH);
    expect(b.calls()).toBe("pr");
    expect(b.feed.state().roster?.agents[0]).toMatchObject({ status: "offline", statusSince: since });
    expect(since).not.toBeNull();
  });

  test("a process that starts again after a crash says stale until somebody is seen to read", async () => {
    const { clock, add } = await openReplicas();
    const a = await add("a");
    await clock.advance(REFRESH + 1);
    a.kill();
    const again = await add("a2");
    expect(ids(again.feed)).toEqual(["ou_anna", "ou_gone"]);
    expect(again.feed.state()).toMatchObject({ freshness: "stale", isReader: false });
    await clock.advance(REFRESH);
    expect(again.feed.state()).toMatchObject({ freshness: "fresh", isReader: true });
  });
});

describe("who looks at any replica", () => {
  const idle = { pollWhenIdle: false };

  test("keeps the desk being read, by the one who reads; nobody looks: nobody reads", async () => {
    const { clock, reader, add } = await openReplicas();
    const [a, b] = [await add("a", idle), await add("b", idle)];
    await clock.advance(HOUR);
    expect(reader.calls).toBe("pr");
    b.feed.look();
    expect(b.feed.state().freshness).toBe("stale");
    await clock.advance(100);
    expect([a.calls(), b.calls()]).toEqual(["prpr", ""]);
    expect(b.feed.state().freshness).toBe("fresh");
    for (let round = 0; round < 10; round++) {
      b.feed.look();
      await clock.advance(REFRESH);
    }
    expect(reader.calls.replaceAll("r", "")).toHaveLength(12);
    await clock.advance(HOUR);
    expect(reader.calls.replaceAll("r", "").length).toBeLessThanOrEqual(22);
    expect(b.calls()).toBe("");
  });

  test("a thousand who look everywhere cost what one costs", async () => {
    const { clock, reader, add } = await openReplicas();
    const replicas = [await add("a", idle), await add("b", idle), await add("c", idle)];
    for (let second = 0; second < 60; second++) {
      for (const { feed } of replicas) for (let viewer = 0; viewer < 333; viewer++) feed.look();
      await clock.advance(1_000);
    }
    expect(reader.calls.replaceAll("r", "")).toHaveLength(7);
  });

  test("a request for a round reaches the reader, once an interval whoever asks", async () => {
    const { clock, reader, add } = await openReplicas();
    const [a, b, c] = [await add("a"), await add("b"), await add("c")];
    await clock.advance(3_000);
    expect(b.feed.refresh()).toBe(true);
    await clock.advance(100);
    expect([reader.calls, a.calls()]).toEqual(["prp", "prp"]);
    expect(c.feed.refresh()).toBe(true);
    await clock.advance(1_000);
    expect(reader.calls).toBe("prp");
  });
});

describe("without the store", () => {
  test("whoever read goes on, and the others serve what they have until it is old", async () => {
    const { clock, add } = await openReplicas();
    const [a, b] = [await add("a"), await add("b")];
    await clock.advance(REFRESH + 100);
    const before = ids(b.feed);
    a.cut(true);
    b.cut(true);
    await clock.advance(REFRESH);
    expect([a.calls(), b.calls()]).toEqual(["prpp", ""]);
    expect(ids(b.feed)).toEqual(before);
    await clock.advance(3 * REFRESH);
    expect(a.calls()).toBe("prppppp");
    expect(b.calls().length).toBeGreaterThan(0);
    expect(b.feed.state().freshness).toBe("fresh");
  });

  test("once it is back, one reads again", async () => {
    const { clock, add } = await openReplicas();
    const [a, b] = [await add("a"), await add("b")];
    a.cut(true);
    await clock.advance(6 * REFRESH);
    expect([a.feed.state().isReader, b.feed.state().isReader]).toEqual([true, true]);
    a.cut(false);
    await clock.advance(REFRESH);
    expect([a.feed.state().isReader, b.feed.state().isReader]).toEqual([false, true]);
    const calls = a.calls();
    await clock.advance(3 * REFRESH);
    expect(a.calls()).toBe(calls);
    expect(await etagOf(a.feed)).toBe(await etagOf(b.feed));
  });

  test("one that was held up neither shows nor writes what is older than what is there", async () => {
    const { clock, store, reader, add } = await openReplicas();
    const [a, b] = [await add("a"), await add("b")];
    const held = Promise.withResolvers<ReturnType<typeof listOf>>();
    reader.present = [held.promise, listOf(ANNA, BEN)];
    await clock.advance(REFRESH + 1);
    a.cut(true);
    await clock.advance(3 * REFRESH);
    expect(b.feed.state().isReader).toBe(true);
    a.cut(false);
    await clock.advance(REFRESH / 2);
    expect(a.feed.state().isReader).toBe(false);
    held.resolve(listOf(ANNA));
    await clock.advance(REFRESH / 2);
    expect(ids(a.feed)).toEqual(["ou_anna", "ou_ben", "ou_gone"]);
    expect((await store.loadRoster("main"))?.roster.agents).toHaveLength(3);
  });
});

test("a roster that was read by a clock ahead of ours is not younger than now", async () => {
  const { clock, add } = await openReplicas();
  await add("a", { skewMs: 90_000 });
  const b = await add("b");
  expect(b.feed.state()).toMatchObject({ freshness: "stale", fetchedAt: clock.now() });
});

test("one that ends while it starts gives back what it has just been given", async () => {
  const { clock, store, add } = await openReplicas();
  const held = Promise.withResolvers<void>();
  const slow: typeof store.holdDesk = async (...given) => {
    await held.promise;
    return store.holdDesk(...given);
  };
  const a = await add("a", { verbs: { holdDesk: slow } });
  const ended = a.feed.stop();
  held.resolve();
  await ended;
  await clock.advance(0);
  expect(await store.holdDesk("main", "b", REFRESH)).toBe(true);
});
