import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asInstant, type LocalDate } from "#lib/schedule/types.ts";
import { addDays, readLocalDate, weekOf } from "#lib/schedule/week.ts";
import { dateAt } from "#lib/schedule/zone.ts";
import { weekAddress, weekAddressAfter } from "./week-address.ts";

const ZONES = ["Asia/Shanghai", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe"] as const;
/** Thursday 19 November 2026, 17:20 in Shanghai. */
const NOW = asInstant(Date.UTC(2026, 10, 19, 9, 20));

function day(text: string): LocalDate {
  const date = readLocalDate(text);
  if (date === undefined) throw new Error(`no such day: ${text}`);
  return date;
}

describe("weekAddress", () => {
  it.each([
    ["2026-11-16", "2026-11-19", "mon", null],
    ["2026-11-16", "2026-11-22", "mon", null],
    ["2026-11-16", "2026-11-23", "mon", "2026-11-23"],
    ["2026-11-16", "2026-11-15", "mon", "2026-11-09"],
    ["2026-11-16", "2026-11-15", "sun", null],
    ["2026-11-16", "2026-11-22", "sun", "2026-11-22"],
    ["2026-03-02", "2026-11-17", "mon", null],
    ["2026-11-16", "2027-01-01", "mon", "2026-12-28"],
  ] as const)("on the week of %s, %s with weeks from %s is %s", (shown, wanted, start, expected) => {
    expect(weekAddress(day(wanted), weekOf(day(shown), start, "Asia/Shanghai"), NOW)).toBe(expected);
  });

  it("knows the present by the zone on screen", () => {
    // Sunday 22:00 in New York is Monday in Shanghai.
    const now = asInstant(Date.UTC(2026, 10, 23, 3, 0));
    expect(
      weekAddress(day("2026-11-22"), weekOf(day("2026-11-22"), "mon", "America/New_York"), now),
    ).toBeNull();
    expect(weekAddress(day("2026-11-22"), weekOf(day("2026-11-22"), "mon", "Asia/Shanghai"), now)).toBe(
      "2026-11-16",
    );
  });

  it("leads to the week that holds the day, through every change of the clocks", () => {
    const anyDay = fc.integer({ min: 0, max: 3000 }).map((days) => addDays(day("2024-01-01"), days));
    const start = fc.constantFrom("mon" as const, "sun" as const);
    fc.assert(
      fc.property(anyDay, anyDay, start, fc.constantFrom(...ZONES), (shown, wanted, from, zone) => {
        const address = weekAddress(wanted, weekOf(shown, from, zone), NOW);
        const led = weekOf(address ?? dateAt(NOW, zone), from, zone);
        expect(led.days.map((one) => one.date)).toContain(wanted);
      }),
    );
  });
});

describe("weekAddressAfter", () => {
  it("goes there and back", () => {
    const week = weekOf(day("2026-03-29"), "mon", "Europe/Berlin");
    expect(weekAddressAfter(1, week, NOW)).toBe("2026-03-30");
    expect(weekAddressAfter(-1, week, NOW)).toBe("2026-03-16");
    expect(weekAddressAfter(0, week, NOW)).toBe("2026-03-23");
  });
});
