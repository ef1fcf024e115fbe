import { describe, expect, test } from "vitest";
import { asInstant } from "#lib/schedule/types.ts";
import { ageMs, elapsedMs, isOverdue, nextAskMs, type ReadingClock, serverNow } from "./clock.ts";

const SERVED = Date.UTC(2026, 10, 19, 9, 20, 0);
const received = { performanceMs: 5_000, dateMs: Date.UTC(2031, 0, 1) }; // a viewer's clock five years ahead
const clock: ReadingClock = {
  fetchedAt: asInstant(SERVED - 12_000),
  servedAt: asInstant(SERVED),
  nextReadAt: asInstant(SERVED + 48_000),
  received,
};
const later = (ms: number) => ({ performanceMs: received.performanceMs + ms, dateMs: received.dateMs + ms });

test("the viewer's wrong clock does not matter", () => {
  expect(serverNow(clock, later(3_000))).toBe(SERVED + 3_000);
  expect(ageMs(clock, later(3_000))).toBe(15_000);
});

describe("time that passed", () => {
  test("counts sleep, which performance may not see", () => {
    expect(elapsedMs(received, { performanceMs: 5_100, dateMs: received.dateMs + 9 * 3_600_000 })).toBe(
      32_400_000,
    );
  });
  test("is never negative when the clock is set back", () => {
    expect(elapsedMs(received, { performanceMs: 5_100, dateMs: received.dateMs - 3_600_000 })).toBe(100);
    expect(elapsedMs(received, { performanceMs: 4_000, dateMs: received.dateMs - 1 })).toBe(0);
  });
});

test.each([
  ["on the server's rhythm", 48_000, 49_000],
  ["not at once when the read is overdue", -30_000, 2_000],
  ["at most an hour", 9 * 3_600_000, 3_600_000],
])("asks again %s", (_, aheadMs, expected) => {
  expect(nextAskMs({ ...clock, nextReadAt: asInstant(SERVED + aheadMs) })).toBe(expected);
});

test("is overdue after two rounds", () => {
  expect(isOverdue(clock, later(100_000))).toBe(false);
  expect(isOverdue(clock, later(115_000))).toBe(true);
});
