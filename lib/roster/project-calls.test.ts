import { expect, test } from "vitest";
import { projectCalls } from "./project-calls.ts";
import { MINUTE, openFeed } from "./testing/open-feed.ts";

test.each([
  ["the default day and night, the 47,000 of product.md section 3", 60_000, 720, 1, 47_520],
  ["two desks", 60_000, 720, 2, 95_040],
  ["eight hours on 22 days", 60_000, 176, 1, 11_616],
  ["five minutes: the removed every other round", 300_000, 720, 1, 12_960],
  ["an hour: the removed in every round", 3_600_000, 720, 1, 1_440],
])("%s", (_, refreshMs, hours, desks, calls) => {
  expect(projectCalls(refreshMs, hours, desks)).toBe(calls);
});

test.each([10_000, 60_000, 4 * MINUTE, 5 * MINUTE, 10 * MINUTE])(
  "a feed that reads every %d ms for a day makes as many",
  async (refreshMs) => {
    const { clock, reader } = await openFeed({}, { refreshMs });
    const before = reader.calls.length;
    await clock.advance(24 * 60 * MINUTE);
    const made = reader.calls.length - before;
    expect(Math.abs(made - projectCalls(refreshMs, 24, 1))).toBeLessThanOrEqual(2);
  },
);
