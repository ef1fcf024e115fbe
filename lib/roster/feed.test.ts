import { afterEach, describe, expect, test } from "vitest";
import type { ProblemCode } from "#lib/contract/roster.ts";
import { asInstant } from "#lib/schedule/types.ts";
import { createMemoryStore } from "#lib/store/memory-store.ts";
import { Feed, type FeedOptions } from "./feed.ts";
import { ReadFailure, type RosterStore } from "./ports.ts";
import { createFakeClock, START_AT } from "./testing/fake-clock.ts";
import { listOf, ScriptedDesk } from "./testing/scripted-desk.ts";

const DESK = { key: "main", name: "Helpdesk", timeZone: "Asia/Shanghai" };
const ANNA = { id: "ou_anna", name: "Anna" };
const BEN = { id: "ou_ben", name: "Ben" };
const GONE = { id: "ou_gone", name: "Gone", status: "removed" } as const;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const fail = (problem: ProblemCode, waitMs: number | null = null, logId: string | null = null) =>
  new ReadFailure(problem, problem, { waitMs, logId });

let running: Feed | null = null;
afterEach(() => running?.stop());

/** A feed that has had its first round, of a desk with Anna, and Gone who was removed. */
async function open(
  first: Partial<Pick<ScriptedDesk, "present" | "removed">> = {},
  more: Partial<FeedOptions> = {},
) {
  const clock = createFakeClock();
  const reader = new ScriptedDesk();
  Object.assign(reader, { present: [listOf(ANNA)], removed: [listOf(GONE)], ...first });
  const unexpected: unknown[] = [];
  const feed = new Feed({
    desk: DESK,
    reader,
    store: createMemoryStore(),
    clock,
    random: () => 1,
    refreshMs: MINUTE,
    pollWhenIdle: true,
    observer: {
      onRound: () => {},
      onFailedAttempt: () => {},
      onUnexpected: (_, error) => unexpected.push(error),
    },
    ...more,
  });
  running = feed;
  feed.start();
  await clock.advance(0);
  const ids = () => feed.state().roster?.agents.map(({ id }) => id) ?? null;
  const script = (answers: Partial<Pick<ScriptedDesk, "present" | "removed">>) =>
    Object.assign(reader, answers);
  return { feed, clock, reader, unexpected, ids, script };
}

describe("the rhythm of a desk", () => {
  test("the first round asks both calls and publishes both lists", async () => {
    const { feed, reader, ids } = await open();
    expect(reader.calls).toBe("pr");
    expect(ids()).toEqual(["ou_anna", "ou_gone"]);
    expect(feed.state()).toMatchObject({ freshness: "fresh", problem: null, fetchedAt: START_AT });
    expect(feed.state().nextReadAt).toBe(START_AT + MINUTE);
  });

  test("a round starts each interval, whatever a round takes", async () => {
    const { clock, reader } = await open();
    await clock.advance(3 * MINUTE);
    expect(reader.calls).toBe("prppp");
  });

  test("removed agents are read again ten rounds after the last time", async () => {
    const { clock, reader } = await open({}, { refreshMs: 10_000 });
    await clock.advance(100_000);
    expect(reader.calls).toBe(`pr${"p".repeat(9)}pr`);
  });

  test("or ten minutes after it, if that is sooner", async () => {
    const { clock, reader } = await open({}, { refreshMs: 4 * MINUTE });
    await clock.advance(12 * MINUTE);
    expect(reader.calls).toBe("prpp" + "pr");
  });

  test("and in the same round in which an id has left the first call", async () => {
    const { clock, reader, ids, script } = await open({ present: [listOf(ANNA, BEN)] });
    script({ present: [listOf(ANNA)], removed: [listOf(GONE, { ...BEN, status: "removed" })] });
    await clock.advance(MINUTE);
    expect(reader.calls).toBe("prpr");
    expect(ids()).toEqual(["ou_anna", "ou_ben", "ou_gone"]);
  });

  test("no second round starts while one runs", async () => {
    const slow = Promise.withResolvers<ReturnType<typeof listOf>>();
    const { feed, clock, reader } = await open({ present: [listOf(ANNA), slow.promise] });
    await clock.advance(5 * MINUTE);
    expect(feed.refresh()).toBe(false);
    expect(reader.calls).toBe("prp");
    slow.resolve(listOf(ANNA));
    await clock.advance(0);
    expect(feed.state().fetchedAt).toBe(START_AT + 5 * MINUTE);
  });

  test("the roster stays the same object while its content does", async () => {
    const { feed, clock, script } = await open();
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
    const { feed, clock, ids, script } = await open();
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
    const { feed, clock, reader, script } = await open();
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
    const { feed, ids } = await open({ present: [fail("credentials_refused")] });
    expect(ids()).toBeNull();
    expect(feed.state()).toMatchObject({ freshness: "stale", problem: { code: "credentials_refused" } });
  });

  test("the first roster waits until the removed agents have been read as well", async () => {
    const { feed, clock, reader, ids, script } = await open({ removed: [fail("timeout")] });
    expect(ids()).toBeNull();
    expect(feed.state().problem?.code).toBe("timeout");
    script({ removed: [listOf(GONE)] });
    await clock.advance(5_000);
    expect(reader.calls).toBe("prpr");
    expect(ids()).toEqual(["ou_anna", "ou_gone"]);
  });

  test("if only the removed agents cannot be read, the last ones stay and the rest is new", async () => {
    const { feed, clock, reader, ids, script } = await open({ present: [listOf(ANNA, BEN)] });
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

  test("a thing thrown that is no ReadFailure is an unreadable answer, told, and never the end", async () => {
    const bug = new TypeError("a bug of ours");
    const { feed, clock, unexpected, script } = await open();
    script({ present: [bug, listOf(ANNA)] });
    await clock.advance(MINUTE);
    expect(feed.state().problem?.code).toBe("unreadable_answer");
    expect(unexpected).toEqual([bug]);
    await clock.advance(5_000);
    expect(feed.state().freshness).toBe("fresh");
  });
});

describe("how long it waits after a failure", () => {
  test.each<readonly [ProblemCode, number | null, number, number]>([
    ["credentials_refused", null, MINUTE, MINUTE],
    ["credentials_refused", null, 10_000, 30_000],
    ["permission_refused", null, 10_000, 30_000],
    ["quota_used_up", null, 10_000, HOUR],
    ["rate_limited", 7_000, MINUTE, 7_000],
    ["rate_limited", 200_000, MINUTE, 200_000],
    ["rate_limited", 0, MINUTE, 1_000],
    ["unreachable", null, MINUTE, 5_000],
  ])(
    "%s (told to wait %s ms) with an interval of %i ms: %i ms",
    async (problem, waitMs, refreshMs, expected) => {
      const { clock, reader, script } = await open({}, { refreshMs });
      script({ present: [fail(problem, waitMs), listOf(ANNA)] });
      await clock.advance(refreshMs);
      expect(reader.calls).toBe("prp");
      await clock.advance(expected - 1);
      expect(reader.calls).toBe("prp");
      await clock.advance(1);
      expect(reader.calls.slice(0, 4)).toBe("prpp");
    },
  );

  test("without a rule of its own it backs off, and never waits longer than the interval", async () => {
    const { clock, reader, script } = await open();
    script({ present: [fail("upstream_error")] });
    await clock.advance(MINUTE);
    for (const waitMs of [5_000, 10_000, 20_000, 40_000, 60_000, 60_000]) {
      const before = reader.calls.length;
      await clock.advance(waitMs - 1);
      expect(reader.calls).toHaveLength(before);
      await clock.advance(1);
      expect(reader.calls).toHaveLength(before + 1);
    }
  });
});

describe("a desk that suddenly comes back empty", () => {
  test("is believed after a second reading, a few seconds later", async () => {
    const { feed, clock, ids, script } = await open();
    script({ present: [listOf()], removed: [listOf(GONE, { ...ANNA, status: "removed" })] });
    await clock.advance(MINUTE);
    expect(ids()).toEqual(["ou_anna", "ou_gone"]);
    expect(feed.state()).toMatchObject({ freshness: "stale", problem: { code: "suddenly_empty" } });
    await clock.advance(3_000);
    expect(feed.state()).toMatchObject({ freshness: "fresh", problem: null });
    expect(feed.state().roster?.agents.map(({ status }) => status)).toEqual(["removed", "removed"]);
  });

  test("and forgotten when the agents are back", async () => {
    const { feed, clock, ids, script } = await open();
    script({ present: [listOf(), listOf(ANNA), listOf()] });
    await clock.advance(MINUTE + 3_000);
    expect(feed.state().problem).toBeNull();
    await clock.advance(MINUTE);
    expect(ids()).toEqual(["ou_anna", "ou_gone"]);
    expect(feed.state().problem?.code).toBe("suddenly_empty");
  });

  test("and never believed where records came of which none can be read", async () => {
    const { feed, clock, ids, script } = await open();
    const unreadable = { records: [], setAsideAgents: 300 };
    script({ present: [unreadable] });
    await clock.advance(10 * MINUTE);
    expect(ids()).toEqual(["ou_anna", "ou_gone"]);
    expect(feed.state()).toMatchObject({ freshness: "stale", problem: { code: "unreadable_answer" } });
    script({ present: [listOf(ANNA)] });
    await clock.advance(MINUTE);
    expect(feed.state()).toMatchObject({ freshness: "fresh", problem: null });
  });

  test("a desk of unreadable records alone is shown with their count", async () => {
    const { feed } = await open({ present: [{ records: [], setAsideAgents: 3 }] });
    expect(feed.state().roster?.setAside.agents).toBe(3);
    expect(feed.state().freshness).toBe("fresh");
  });

  test("a desk that never had anybody is believed at once", async () => {
    const { feed, ids } = await open({ present: [listOf()], removed: [listOf()] });
    expect(ids()).toEqual([]);
    expect(feed.state().freshness).toBe("fresh");
  });
});

describe("while nobody looks", () => {
  const idle = { pollWhenIdle: false };

  test("a desk is read once at the start, and then no more", async () => {
    const { clock, reader } = await open({}, idle);
    await clock.advance(24 * HOUR);
    expect(reader.calls).toBe("pr");
  });

  test("a look keeps it being read for 90 s, or two intervals", async () => {
    const { feed, clock, reader } = await open({}, { ...idle, refreshMs: 10_000 });
    feed.look();
    await clock.advance(HOUR);
    expect(reader.calls.replaceAll("r", "")).toHaveLength(1 + 9);
    const slow = await open({}, { ...idle, refreshMs: HOUR });
    slow.feed.look();
    await slow.clock.advance(9 * HOUR);
    expect(slow.reader.calls.replaceAll("r", "")).toHaveLength(1 + 2);
  });

  test("a look at old data is told so, and wakes the desk at once", async () => {
    const { feed, clock, reader } = await open({}, idle);
    await clock.advance(HOUR);
    feed.look();
    expect(feed.state()).toMatchObject({ freshness: "stale", problem: null, fetchedAt: START_AT });
    await clock.advance(0);
    expect(reader.calls).toBe("prpr");
    expect(feed.state()).toMatchObject({ freshness: "fresh", fetchedAt: START_AT + HOUR });
  });

  test("a look at new data does not", async () => {
    const { feed, clock, reader } = await open({}, idle);
    await clock.advance(20_000);
    feed.look();
    await clock.advance(0);
    expect(reader.calls).toBe("pr");
    await clock.advance(40_000);
    expect(reader.calls).toBe("prp");
  });
});

describe("a round on request", () => {
  test("starts at once, at most once an interval", async () => {
    const { feed, clock, reader } = await open();
    await clock.advance(20_000);
    expect(feed.refresh()).toBe(true);
    expect(feed.refresh()).toBe(false);
    await clock.advance(0);
    expect(reader.calls).toBe("prp");
    await clock.advance(59_999);
    expect(feed.refresh()).toBe(false);
    await clock.advance(1);
    expect(reader.calls).toBe("prpp");
    expect(feed.refresh()).toBe(true);
  });

  test.each<ProblemCode>(["rate_limited", "quota_used_up", "credentials_refused", "permission_refused"])(
    "does not break the wait after %s",
    async (problem) => {
      const { feed, clock, reader, script } = await open();
      script({ present: [fail(problem, 30_000)] });
      await clock.advance(MINUTE);
      expect(feed.refresh()).toBe(false);
      await clock.advance(29_000);
      expect(reader.calls).toBe("prp");
    },
  );

  test("hastens the next try after another failure", async () => {
    const { feed, clock, reader, script } = await open();
    script({ present: [fail("timeout"), listOf(ANNA)] });
    await clock.advance(MINUTE);
    expect(feed.refresh()).toBe(true);
    await clock.advance(0);
    expect(reader.calls).toBe("prpp");
  });
});

describe("a cold process", () => {
  test("waits for the first round, but not longer than asked", async () => {
    const answer = Promise.withResolvers<ReturnType<typeof listOf>>();
    const { feed, clock } = await open({ present: [answer.promise] });
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
    const { feed } = await open({ present: [fail("unreachable")] });
    await feed.firstRoster(10_000);
    expect(feed.state().roster).toBeNull();
  });

  test("shows what an earlier one left, as stale, and believes an empty desk only at the second reading", async () => {
    const store = createMemoryStore();
    await open({}, { store });
    await running?.stop();
    const { feed, clock, ids } = await open({ present: [fail("unreachable"), listOf()] }, { store });
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
    const { ids, unexpected } = await open({}, { store: broken });
    expect(ids()).toEqual(["ou_anna", "ou_gone"]);
    expect(unexpected).toEqual([new Error("no disk"), new Error("no space")]);
  });
});

test("ages come from the monotonic clock: setting the wall clock back or forth changes no rhythm", async () => {
  const { feed, clock, reader } = await open({}, { pollWhenIdle: false });
  feed.look();
  clock.setWallClock(asInstant(START_AT - HOUR));
  await clock.advance(MINUTE);
  clock.setWallClock(asInstant(START_AT + HOUR));
  expect(reader.calls).toBe("prp");
  expect(feed.state()).toMatchObject({ freshness: "fresh", nextReadAt: START_AT + HOUR + MINUTE });
});

test("after stop no round starts", async () => {
  const { feed, clock, reader } = await open();
  await feed.stop();
  await clock.advance(HOUR);
  expect(reader.calls).toBe("pr");
});
