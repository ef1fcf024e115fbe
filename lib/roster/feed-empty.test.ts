import { describe, expect, test } from "vitest";
import { ANNA, GONE, MINUTE, openFeed } from "./testing/open-feed.ts";
import { listOf } from "./testing/scripted-desk.ts";

describe("a desk that suddenly comes back empty", () => {
  test("is believed after a second reading, a few seconds later", async () => {
    const { feed, clock, ids, script } = await openFeed();
    script({ present: [listOf()], removed: [listOf(GONE, { ...ANNA, status: "removed" })] });
    await clock.advance(MINUTE);
    expect(ids()).toEqual(["ou_anna", "ou_gone"]);
    expect(feed.state()).toMatchObject({ freshness: "stale", problem: { code: "suddenly_empty" } });
    await clock.advance(3_000);
    expect(feed.state()).toMatchObject({ freshness: "fresh", problem: null });
    expect(feed.state().roster?.agents.map(({ status }) => status)).toEqual(["removed", "removed"]);
  });

  test("and forgotten when the agents are back", async () => {
    const { feed, clock, ids, script } = await openFeed();
    script({ present: [listOf(), listOf(ANNA), listOf()] });
    await clock.advance(MINUTE + 3_000);
    expect(feed.state().problem).toBeNull();
    await clock.advance(MINUTE);
    expect(ids()).toEqual(["ou_anna", "ou_gone"]);
    expect(feed.state().problem?.code).toBe("suddenly_empty");
  });

  test("and never believed where records came of which none can be read", async () => {
    const { feed, clock, ids, script } = await openFeed();
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
    const { feed } = await openFeed({ present: [{ records: [], setAsideAgents: 3 }] });
    expect(feed.state().roster?.setAside.agents).toBe(3);
    expect(feed.state().freshness).toBe("fresh");
  });

  test("a desk that never had anybody is believed at once", async () => {
    const { feed, ids } = await openFeed({ present: [listOf()], removed: [listOf()] });
    expect(ids()).toEqual([]);
    expect(feed.state().freshness).toBe("fresh");
  });
});
