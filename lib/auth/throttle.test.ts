import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createThrottle } from "./throttle.ts";

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 10, 19, 12) }));
afterEach(() => void vi.useRealTimers());

const LIMIT = { perClient: 3, inSum: 5 };

async function countMany(times: number, client: string | null, throttle = createThrottle(LIMIT)) {
  const counted = [];
  for (let i = 0; i < times; i++) counted.push(await throttle.count(client));
  return counted;
}

test.each([
  ["192.0.2.1", 3],
  [null, 5],
])("from %s: %i within the limit, and the first beyond it is told from the rest", async (client, limit) => {
  const counted = await countMany(limit + 2, client);
  expect(counted.slice(0, limit).every(({ retryAfterS }) => retryAfterS === null)).toBe(true);
  expect(counted.slice(limit)).toEqual([
    { retryAfterS: 60, isFirstOver: true },
    { retryAfterS: 60, isFirstOver: false },
  ]);
});

test("the wait gets shorter, and after a minute everything begins anew", async () => {
  const throttle = createThrottle(LIMIT);
  await countMany(4, "192.0.2.1", throttle);
  vi.advanceTimersByTime(59_500);
  expect((await throttle.count("192.0.2.1")).retryAfterS).toBe(1);
  vi.advanceTimersByTime(500);
  expect((await throttle.count("192.0.2.1")).retryAfterS).toBeNull();
});

test("one client's flood is no other's, nor that of who is unknown", async () => {
  const throttle = createThrottle(LIMIT);
  await countMany(100, "192.0.2.1", throttle);
  expect((await throttle.count("192.0.2.2")).retryAfterS).toBeNull();
  expect((await throttle.count(null)).retryAfterS).toBeNull();
});

test("who changes the second half of an IPv6 address is the same client", async () => {
  const throttle = createThrottle(LIMIT);
  for (let i = 0; i < 3; i++) await throttle.count(`2001:db8:1:2::${i}`);
  expect((await throttle.count("2001:db8:1:2:ffff::9")).retryAfterS).toBe(60);
});

test("a look counts nothing", async () => {
  const throttle = createThrottle(LIMIT);
  for (let i = 0; i < 10; i++) await throttle.look("192.0.2.1");
  await countMany(3, "192.0.2.1", throttle);
  expect((await throttle.look("192.0.2.1")).retryAfterS).toBeNull();
  await throttle.count("192.0.2.1");
  expect((await throttle.look("192.0.2.1")).retryAfterS).toBe(60);
});

test("a hundred thousand clients cost no more than the places there are", async () => {
  const throttle = createThrottle({ perClient: 1_000, inSum: 1 });
  for (let i = 0; i < 100_000; i++) await throttle.count(`10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`);
  // Each place holds one timer that forgets it.
  expect(vi.getTimerCount()).toBeLessThanOrEqual(4_096);
});
