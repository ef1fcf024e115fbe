import { describe, expect, test } from "vitest";
import type { ProblemCode } from "#lib/contract/roster.ts";
import { ANNA, fail, HOUR, MINUTE, openFeed } from "./testing/open-feed.ts";
import { listOf } from "./testing/scripted-desk.ts";

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
      const { clock, reader, script } = await openFeed({}, { refreshMs });
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
    const { clock, reader, script } = await openFeed();
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

describe("a round on request", () => {
  test("starts at once, at most once an interval", async () => {
    const { feed, clock, reader } = await openFeed();
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
      const { feed, clock, reader, script } = await openFeed();
      script({ present: [fail(problem, 30_000)] });
      await clock.advance(MINUTE);
      expect(feed.refresh()).toBe(false);
      await clock.advance(29_000);
      expect(reader.calls).toBe("prp");
    },
  );

  test("hastens the next try after another failure", async () => {
    const { feed, clock, reader, script } = await openFeed();
    script({ present: [fail("timeout"), listOf(ANNA)] });
    await clock.advance(MINUTE);
    expect(feed.refresh()).toBe(true);
    await clock.advance(0);
    expect(reader.calls).toBe("prpp");
  });
});
