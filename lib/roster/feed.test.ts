import { describe, expect, test } from "vitest";
import { asInstant } from "#lib/schedule/types.ts";
import { openMemoryStore } from "#lib/store/memory-store.ts";
import type { Clock, RosterStore } from "./ports.ts";
import { createFakeClock, START_AT } from "./testing/fake-clock.ts";
import { ANNA, BEN, fail, GONE, HOUR, MINUTE, openFeed } from "./testing/open-feed.ts";
import { listOf } from "./testing/scripted-desk.ts";

describe("the rhythm of a desk", () => {
  test("the first round asks both calls and publishes both lists", async () => {
    const { feed, reader, ids } = await openFeed();
    expect(reader.calls).toBe("pr");
    expect(ids()).toEqual(["ou_anna", "ou_gone"]);
    expect(feed.state()).toMatchObject({ freshness: "fresh", problem: null, fetchedAt: START_AT });
    expect(feed.state().nextReadAt).toBe(START_AT + MINUTE);
  });

  test("a round starts each interval, whatever a round takes", async () => {
    const { clock, reader } = await openFeed();
    await clock.advance(3 * MINUTE);
    expect(reader.calls).toBe("prppp");
  });

  test("removed agents are read again ten rounds after the last time", async () => {
    const { clock, reader } = await openFeed({}, { refreshMs: 10_000 });
    await clock.advance(100_000);
    expect(reader.calls).toBe(`pr${"p".repeat(9)}pr`);
  });

  test("or ten minutes after it, if that is sooner", async () => {
    const { clock, reader } = await openFeed({}, { refreshMs: 4 * MINUTE });
    await clock.advance(12 * MINUTE);
    expect(reader.calls).toBe("prpp" + "pr");
  });

  test("and in the same round in which an id has left the first call", async () => {
    const { clock, reader, ids, script } = await openFeed({ present: [listOf(ANNA, BEN)] });
    script({ present: [listOf(ANNA)], removed: [listOf(GONE, { ...BEN, status: "removed" })] });
    await clock.advance(MINUTE);
    expect(reader.calls).toBe("prpr");
    expect(ids()).toEqual(["ou_anna", "ou_ben", "ou_gone"]);
  });

  test("no second round starts while one runs", async () => {
    const slow = Promise.withResolvers<ReturnType<typeof listOf>>();
    const { feed, clock, reader } = await openFeed({ present: [listOf(ANNA), slow.promise] });
    await clock.advance(5 * MINUTE);
    expect(feed.refresh()).toBe(false);
    expect(reader.calls).toBe("prp");
    slow.resolve(listOf(ANNA));
    await clock.advance(0);
    expect(feed.state().fetchedAt).toBe(START_AT + 5 * MINUTE);
  });

  test("the roster stays the same object while its content does", async () => {
    const { feed, clock, script } = await openFeed();
    const first = feed.state().roster;
    await clock.advance(MINUTE);
    expect(feed.state().roster).toBe(first);
    script({ present: [listOf({ ...ANNA, status: "offline" })] });
    await clock.advance(MINUTE);
    expect(feed.state().roster).not.toBe(first);
  });
});

describe("a failed round", () => {
  test("keeps the last good roster, says so, and is cleared by the first success", async () => {
    const { feed, clock, ids, script } = await openFeed();
    script({ present: [fail("timeout", null, "log-1"), fail("unreachable"), listOf(ANNA, BEN)] });
    await clock.advance(MINUTE);
    const since = new Date(START_AT + MINUTE).toISOString();
    expect(feed.state()).toMatchObject({
      freshness: "stale",
      problem: { code: "timeout", since, logId: "log-1" },
    });
    expect(ids()).toEqual(["ou_anna", "ou_gone"]);
    await clock.advance(5_000);
    expect(feed.state().problem).toEqual({ code: "unreachable", since });
    await clock.advance(10_000);
    expect(feed.state()).toMatchObject({ freshness: "fresh", problem: null });
    expect(ids()).toEqual(["ou_anna", "ou_ben", "ou_gone"]);
  });

  test("the problem is there at the first failed attempt, before the round is over", async () => {
    const answer = Promise.withResolvers<ReturnType<typeof listOf>>();
    const { feed, clock, reader, script } = await openFeed();
    reader.attempts = [fail("unreachable", null, "log-2")];
    script({ present: [answer.promise] });
    await clock.advance(MINUTE);
    expect(feed.state()).toMatchObject({
      freshness: "fresh",
      problem: { code: "unreachable", logId: "log-2" },
    });
    answer.resolve(listOf(ANNA));
    await clock.advance(0);
    expect(feed.state().problem).toBeNull();
  });

  test("an outage from the start publishes nothing, and says why", async () => {
    const { feed, ids } = await openFeed({ present: [fail("credentials_refused")] });
    expect(ids()).toBeNull();
    expect(feed.state()).toMatchObject({ freshness: "stale", problem: { code: "credentials_refused" } });
  });

  test("the first roster waits until the removed agents have been read as well", async () => {
    const { feed, clock, reader, ids, script } = await openFeed({ removed: [fail("timeout")] });
    expect(ids()).toBeNull();
    expect(feed.state().problem?.code).toBe("timeout");
    script({ removed: [listOf(GONE)] });
    await clock.advance(5_000);
    expect(reader.calls).toBe("prpr");
    expect(ids()).toEqual(["ou_anna", "ou_gone"]);
  });

  test("if only the removed agents cannot be read, the last ones stay and the rest is new", async () => {
    const { feed, clock, reader, ids, script } = await openFeed({ present: [listOf(ANNA, BEN)] });
    script({ present: [listOf(BEN)], removed: [fail("upstream_error", null, "log-3")] });
    await clock.advance(MINUTE);
    expect(ids()).toEqual(["ou_ben", "ou_gone"]);
    expect(feed.state()).toMatchObject({
      freshness: "fresh",
      problem: { code: "removed_unread", logId: "log-3" },
    });
    script({ removed: [listOf(GONE, { ...ANNA, status: "removed" })] });
    await clock.advance(MINUTE);
    expect(reader.calls).toBe("prprpr");
    expect(ids()).toEqual(["ou_anna", "ou_ben", "ou_gone"]);
    expect(feed.state().problem).toBeNull();
  });

  test("removed agents who stay unread after an outage are unread since the outage's end", async () => {
    const { feed, clock, script } = await openFeed();
    script({ present: [fail("timeout"), listOf(ANNA)], removed: [fail("timeout")] });
    await clock.advance(10 * MINUTE);
    const { problem } = feed.state();
    expect(problem).toEqual({ code: "removed_unread", since: expect.any(String) });
    expect(Date.parse(problem?.since ?? "")).toBeGreaterThan(START_AT + MINUTE);
  });

  test("a thing thrown that is no ReadFailure is an unreadable answer, told, and never the end", async () => {
    const bug = new TypeError("a bug of ours");
    const { feed, clock, unexpected, script } = await openFeed();
    script({ present: [bug, listOf(ANNA)] });
    await clock.advance(MINUTE);
    expect(feed.state().problem?.code).toBe("unreadable_answer");
    expect(unexpected).toEqual([bug]);
    await clock.advance(5_000);
    expect(feed.state().freshness).toBe("fresh");
  });
});

describe("a cold process", () => {
  test("waits for the first round, but not longer than asked", async () => {
    const answer = Promise.withResolvers<ReturnType<typeof listOf>>();
    const { feed, clock } = await openFeed({ present: [answer.promise] });
    let waited = false;
    const wait = feed.firstRoster(10_000).then(() => {
      waited = true;
    });
    await clock.advance(9_999);
    expect(waited).toBe(false);
    await clock.advance(1);
    expect(waited).toBe(true);
    await wait;
    const second = feed.firstRoster(10_000);
    answer.resolve(listOf(ANNA));
    await second;
    expect(feed.state().roster).not.toBeNull();
  });

  test("does not wait where no round is about to start", async () => {
    const { feed } = await openFeed({ present: [fail("unreachable")] });
    await feed.firstRoster(10_000);
    expect(feed.state().roster).toBeNull();
  });

  test("shows what an earlier one left, as stale, and believes an empty desk only at the second reading", async () => {
    const store = await openMemoryStore();
    const earlier = await openFeed({}, { store });
    await earlier.feed.stop();
    const { feed, clock, ids } = await openFeed({ present: [fail("unreachable"), listOf()] }, { store });
    expect(ids()).toEqual(["ou_anna", "ou_gone"]);
    expect(feed.state()).toMatchObject({ freshness: "stale", fetchedAt: START_AT });
    await clock.advance(5_000);
    expect(feed.state().problem?.code).toBe("suddenly_empty");
    expect(ids()).toEqual(["ou_anna", "ou_gone"]);
  });

  test("a store that fails is told, and takes nothing away", async () => {
    const broken: RosterStore = {
      loadRoster: () => Promise.reject(new Error("no disk")),
      saveRoster: () => Promise.reject(new Error("no space")),
    };
    const { ids, unexpected } = await openFeed({}, { store: broken });
    expect(ids()).toEqual(["ou_anna", "ou_gone"]);
    expect(unexpected).toEqual([new Error("no disk"), new Error("no space")]);
  });
});

test("ages come from the monotonic clock: setting the wall clock back or forth changes no rhythm", async () => {
  const { feed, clock, reader } = await openFeed({}, { pollWhenIdle: false });
  feed.look();
  clock.setWallClock(asInstant(START_AT - HOUR));
  await clock.advance(MINUTE);
  clock.setWallClock(asInstant(START_AT + HOUR));
  expect(reader.calls).toBe("prp");
  expect(feed.state()).toMatchObject({ freshness: "fresh", nextReadAt: START_AT + HOUR + MINUTE });
});

test("after stop no round starts", async () => {
  const { feed, clock, reader } = await openFeed();
  await feed.stop();
  await clock.advance(HOUR);
  expect(reader.calls).toBe("pr");
});

test("a round that comes due between two looks at the clock is not slept through", async () => {
  const clock = createFakeClock();
  // Timers fire a millisecond early, and after its first look at it the clock has moved on by two.
  let looks = 0;
  const sleep: Clock["sleep"] = async (ms, signal) => {
    await clock.sleep(ms > 1 ? ms - 1 : ms, signal);
    looks = 0;
  };
  const running = { ...clock, sleep, monotonicMs: () => clock.monotonicMs() + (looks++ > 0 ? 2 : 0) };
  const { reader } = await openFeed({}, { clock: running });
  await clock.advance(5 * MINUTE + 1_000);
  expect(reader.calls).toBe("prppppp");
});
