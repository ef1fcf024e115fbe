import { describe, expect, test } from "vitest";
import { asInstant } from "#lib/schedule/types.ts";
import { openMemoryStore } from "#lib/store/memory-store.ts";
import { START_AT } from "./testing/fake-clock.ts";
import { ANNA, BEN, fail, GONE, HOUR, MINUTE, openFeed } from "./testing/open-feed.ts";
import { listOf } from "./testing/scripted-desk.ts";

/** Since when a status is known, and what is kept of its changes. */

const offline = listOf({ ...ANNA, status: "offline" });
const online = listOf(ANNA);
const timeOf = (ms: number) => new Date(START_AT + ms).toISOString();

async function open(...more: Parameters<typeof openFeed>) {
  const opened = await openFeed(...more);
  const { feed, store } = opened;
  const since = () => feed.state().roster?.agents.find(({ id }) => id === ANNA.id)?.statusSince;
  const kept = () => store.listStatusChanges("main", asInstant(0), asInstant(START_AT + 1_000 * HOUR));
  return { ...opened, since, kept };
}

describe("since when", () => {
  test("a change that was watched is known from the round that saw it, and kept while the status is", async () => {
    const { clock, script, since, kept } = await open();
    expect(since()).toBeNull();
    await clock.advance(MINUTE);
    expect(since()).toBeNull();
    script({ present: [offline] });
    await clock.advance(MINUTE);
    expect(since()).toBe(timeOf(2 * MINUTE));
    await clock.advance(5 * MINUTE);
    expect(since()).toBe(timeOf(2 * MINUTE));
    const change = { agentId: ANNA.id, from: "online", to: "offline", seenAt: START_AT + 2 * MINUTE };
    expect(await kept()).toEqual([change]);
  });

  test("a failed round between is a gap, whatever the statuses look like", async () => {
    const { clock, script, since, kept } = await open({ present: [online, offline] });
    await clock.advance(MINUTE);
    expect(since()).toBe(timeOf(MINUTE));
    script({ present: [fail("timeout"), offline, online] });
    await clock.advance(MINUTE + 5_000);
    expect(since()).toBeNull();
    await clock.advance(MINUTE);
    expect(since()).toBe(timeOf(3 * MINUTE + 5_000));
    expect((await kept()).map(({ from, to }) => [from, to])).toEqual([
      ["offline", "online"],
      ["online", "offline"],
    ]);
  });

  test("a change across a gap is kept without its beginning", async () => {
    const { clock, script, since, kept } = await open();
    script({ present: [fail("timeout"), offline] });
    await clock.advance(MINUTE + 5_000);
    expect(since()).toBeNull();
    expect(await kept()).toEqual([
      { agentId: ANNA.id, from: null, to: "offline", seenAt: START_AT + MINUTE + 5_000 },
    ]);
  });

  test("a pause in which nobody looked is a gap", async () => {
    const { feed, clock, script, since } = await open(
      { present: [online, offline] },
      { pollWhenIdle: false },
    );
    feed.look();
    await clock.advance(MINUTE);
    expect(since()).toBe(timeOf(MINUTE));
    await clock.advance(HOUR);
    script({ present: [offline] });
    feed.look();
    await clock.advance(0);
    expect(since()).toBeNull();
  });

  test("where only the removed could not be read, the others were watched", async () => {
    const { clock, script, since } = await open({ present: [listOf(ANNA, BEN)] });
    script({ present: [online, offline], removed: [fail("upstream_error"), listOf(GONE)] });
    await clock.advance(2 * MINUTE);
    expect(since()).toBe(timeOf(2 * MINUTE));
  });

  test("what an earlier process knew is forgotten at the first round of the next", async () => {
    const store = await openMemoryStore();
    const earlier = await open({ present: [online, offline] }, { store, history: store });
    await earlier.clock.advance(MINUTE);
    expect(earlier.since()).toBe(timeOf(MINUTE));
    await earlier.feed.stop();
    const { since } = await open({ present: [offline] }, { store, history: store });
    expect(since()).toBeNull();
  });
});

test("the roster stays the same object while nobody changes", async () => {
  const { feed, clock } = await open({ present: [online, offline] });
  await clock.advance(MINUTE);
  const { roster } = feed.state();
  await clock.advance(10 * MINUTE);
  expect(feed.state().roster).toBe(roster);
});

test("where no history is kept a change is seen, and not written down", async () => {
  const { clock, since, kept } = await open({ present: [online, offline] }, { history: null });
  await clock.advance(MINUTE);
  expect(since()).toBe(timeOf(MINUTE));
  expect(await kept()).toEqual([]);
});

test("changes that the store could not take are written once it can", async () => {
  const store = await openMemoryStore();
  let away = true;
  const history = {
    addStatusChanges: (...change: Parameters<typeof store.addStatusChanges>) =>
      away ? Promise.reject(new Error("away")) : store.addStatusChanges(...change),
  };
  const { clock, unexpected } = await open({ present: [online, offline, online] }, { store, history });
  await clock.advance(2 * MINUTE);
  expect(unexpected).toEqual([new Error("away"), new Error("away")]);
  away = false;
  await clock.advance(MINUTE);
  const kept = await store.listStatusChanges("main", asInstant(0), asInstant(START_AT + HOUR));
  expect(kept.map(({ seenAt }) => seenAt - START_AT)).toEqual([2 * MINUTE, MINUTE]);
});
