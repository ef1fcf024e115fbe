import { expect, test } from "vitest";
import type { CallObserver, Endpoint } from "#lib/feishu/request.ts";
import { createFakeClock } from "#lib/roster/testing/fake-clock.ts";
import { asInstant } from "#lib/schedule/types.ts";
import { openMemoryStore } from "#lib/store/memory-store.ts";
import { createCallMeter, FLUSH_MS } from "./call-meter.ts";

async function open() {
  const kept = await openMemoryStore();
  const place = { away: false, writes: 0 };
  const store = {
    addCalls: (month: string, calls: number) => {
      place.writes++;
      return place.away ? Promise.reject(new Error("away")) : kept.addCalls(month, calls);
    },
    countCalls: (month: string) => (place.away ? Promise.reject(new Error("away")) : kept.countCalls(month)),
  };
  const clock = createFakeClock();
  const heard: string[] = [];
  const next: CallObserver = { onCall: ({ endpoint }) => heard.push(endpoint) };
  const meter = createCallMeter({ store, clock, next });
  const call = (endpoint: Endpoint = "agent_schedules") =>
    meter.onCall({ endpoint, outcome: "ok", durationMs: 1, code: 0, logId: null });
  return { kept, place, clock, meter, call, heard, next };
}

test("calls are told at once, and written down together a little later", async () => {
  const { kept, place, clock, meter, call } = await open();
  for (let times = 0; times < 20; times++) call();
  expect(await meter.countMonth()).toBe(20);
  expect(await kept.countCalls("2026-11")).toBe(0);
  await clock.advance(FLUSH_MS);
  expect([await kept.countCalls("2026-11"), place.writes]).toEqual([20, 1]);
  expect(await meter.countMonth()).toBe(20);
});

test("calls for tokens are free, and told to others all the same", async () => {
  const { meter, call, heard } = await open();
  call("tenant_access_token");
  call("user_info");
  expect(await meter.countMonth()).toBe(0);
  expect(heard).toEqual(["tenant_access_token", "user_info"]);
});

test("calls to the sample desk are counted, and written nowhere", async () => {
  const { clock, next } = await open();
  const meter = createCallMeter({ store: null, clock, next });
  meter.onCall({ endpoint: "agent_schedules", outcome: "ok", durationMs: 1, code: 0, logId: null });
  await clock.advance(FLUSH_MS);
  expect(await meter.countMonth()).toBe(1);
  await meter.stop();
});

test("what others have called counts as well, and each month by itself", async () => {
  const { kept, clock, meter, call } = await open();
  await kept.addCalls("2026-11", 100);
  call();
  expect(await meter.countMonth()).toBe(101);
  clock.setWallClock(asInstant(Date.parse("2026-12-01T00:00:00Z")));
  call();
  await clock.advance(FLUSH_MS);
  expect(await meter.countMonth()).toBe(1);
  expect(await kept.countCalls("2026-11")).toBe(101);
});

test("calls made while the store is away are written once it is back", async () => {
  const { kept, place, clock, meter, call } = await open();
  place.away = true;
  call();
  expect(await meter.countMonth()).toBeNull();
  await clock.advance(FLUSH_MS);
  place.away = false;
  call();
  await clock.advance(FLUSH_MS);
  expect(await kept.countCalls("2026-11")).toBe(2);
});

test("at the end the rest is written down", async () => {
  const { kept, meter, call } = await open();
  call();
  await meter.stop();
  expect(await kept.countCalls("2026-11")).toBe(1);
});

test("at the end what the store did not take before is written down", async () => {
  const { kept, place, clock, meter, call } = await open();
  place.away = true;
  call();
  await clock.advance(FLUSH_MS);
  place.away = false;
  await meter.stop();
  expect(await kept.countCalls("2026-11")).toBe(1);
});
