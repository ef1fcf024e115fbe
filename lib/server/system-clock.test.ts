import { expect, test } from "vitest";
import { systemClock } from "./system-clock.ts";

test("a sleep ends at once when it is woken, before or during it", async () => {
  const woken = new AbortController();
  const sleep = systemClock.sleep(3_600_000, woken.signal);
  woken.abort();
  await sleep;
  await systemClock.sleep(3_600_000, woken.signal);
});

test("a sleep lasts as long as it should", async () => {
  const startedMs = systemClock.monotonicMs();
  await systemClock.sleep(20);
  expect(systemClock.monotonicMs() - startedMs).toBeGreaterThanOrEqual(19);
});

test("the wall clock tells epoch milliseconds", () => {
  expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(1_000);
});
