import { describe, expect, it } from "vitest";
import { planOf } from "./plan.ts";
import { at } from "./testing/dates.ts";
import type { Span } from "./types.ts";

const morning: Span = { startAt: at("2026-11-23T09:00+08:00"), endAt: at("2026-11-23T12:00+08:00") };
const afternoon: Span = { startAt: at("2026-11-23T13:00+08:00"), endAt: at("2026-11-23T18:00+08:00") };

describe("planOf", () => {
  it.each([
    ["before the first", "2026-11-23T08:59+08:00", null, morning],
    ["at its start", "2026-11-23T09:00+08:00", morning, afternoon],
    ["within", "2026-11-23T11:59+08:00", morning, afternoon],
    ["at its end", "2026-11-23T12:00+08:00", null, afternoon],
    ["in the last", "2026-11-23T17:59+08:00", afternoon, null],
    ["after the last", "2026-11-23T18:00+08:00", null, null],
  ])("%s", (_when, now, onShift, next) => {
    expect(planOf([morning, afternoon], at(now))).toEqual({ onShift, next });
  });

  it("has nothing to say of nobody's hours", () => {
    expect(planOf([], at("2026-11-23T09:00Z"))).toEqual({ onShift: null, next: null });
  });
});
