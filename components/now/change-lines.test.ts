import { describe, expect, test } from "vitest";
import { formatClock } from "#lib/i18n/format.ts";
import { at } from "#lib/schedule/testing/dates.ts";
import { minuteAt } from "#lib/schedule/zone.ts";
import { listChanges } from "./change-lines.ts";
import { thursday, ZONE } from "./testing/thursday.ts";

const clock = (instant: Parameters<typeof minuteAt>[0]) => formatClock(minuteAt(instant, ZONE));

describe("what changes next", () => {
  test("says who goes, who comes, and how many are on shift from then", () => {
    const lines = listChanges(thursday(), at("2026-11-19T17:20+08:00"), at("2026-11-20T09:30+08:00"));
    const said = lines.map(({ at: when, leave, arrive, onShift, emptyUntil }) => [
      clock(when),
      `-${leave.join(",")} +${arrive.join(",")}`,
      onShift,
      emptyUntil && clock(emptyUntil),
    ]);
    expect(said).toEqual([
      ["18:00", "-ann,bo +", 1, null],
      ["22:00", "-cy +ed", 1, null],
      ["06:00", "-ed +", 0, "08:00"],
      ["08:00", "- +di", 1, null],
      ["09:00", "- +ann,bo", 3, null],
    ]);
  });

  test("is only what lies strictly between now and then", () => {
    const lines = listChanges(thursday(), at("2026-11-19T18:00+08:00"), at("2026-11-19T22:00+08:00"));
    expect(lines).toEqual([]);
  });
});
