import { describe, expect, test } from "vitest";
import { START_AT } from "./testing/fake-clock.ts";
import { HOUR, openFeed } from "./testing/open-feed.ts";

describe("while nobody looks", () => {
  const idle = { pollWhenIdle: false };

  test("a desk is read once at the start, and then no more", async () => {
    const { clock, reader } = await openFeed({}, idle);
    await clock.advance(24 * HOUR);
    expect(reader.calls).toBe("pr");
  });

  test("a look keeps it being read for 90 s, or two intervals", async () => {
    const { feed, clock, reader } = await openFeed({}, { ...idle, refreshMs: 10_000 });
    feed.look();
    await clock.advance(HOUR);
    expect(reader.calls.replaceAll("r", "")).toHaveLength(1 + 9);
    const slow = await openFeed({}, { ...idle, refreshMs: HOUR });
    slow.feed.look();
    await slow.clock.advance(9 * HOUR);
    expect(slow.reader.calls.replaceAll("r", "")).toHaveLength(1 + 2);
  });

  test("a look at old data is told so, and wakes the desk at once", async () => {
    const { feed, clock, reader } = await openFeed({}, idle);
    await clock.advance(HOUR);
    feed.look();
    expect(feed.state()).toMatchObject({ freshness: "stale", problem: null, fetchedAt: START_AT });
    await clock.advance(0);
    expect(reader.calls).toBe("prpr");
    expect(feed.state()).toMatchObject({ freshness: "fresh", fetchedAt: START_AT + HOUR });
  });

  test("a look at new data does not", async () => {
    const { feed, clock, reader } = await openFeed({}, idle);
    await clock.advance(20_000);
    feed.look();
    await clock.advance(0);
    expect(reader.calls).toBe("pr");
    await clock.advance(40_000);
    expect(reader.calls).toBe("prp");
  });
});
