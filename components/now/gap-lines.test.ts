import { describe, expect, test } from "vitest";
import { formatClock } from "#lib/i18n/format.ts";
import type { CoveragePlan } from "#lib/schedule/coverage-plan.ts";
import { at } from "#lib/schedule/testing/dates.ts";
import { minuteAt } from "#lib/schedule/zone.ts";
import { listGapLines } from "./gap-lines.ts";
import { AGENTS, thursday, ZONE } from "./testing/thursday.ts";

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7] as const;
const linesAt = (time: string, until: string, plan: Partial<CoveragePlan> | null = null) =>
  listGapLines(thursday(AGENTS, plan).coverage, at(time), at(until)).map(
    ({ kind, skills, startAt, endAt, fallback }) =>
      [
        kind,
        skills.map((skill) => skill ?? "everyone").join("+"),
        [startAt, endAt].map((instant) => formatClock(minuteAt(instant, ZONE))).join("–"),
        ...(fallback > 0 ? [fallback] : []),
      ].join(" "),
  );

describe("gaps around now", () => {
  test("name the skills left to fallback, and until when a specialist is back", () => {
    expect(linesAt("2026-11-19T17:20+08:00", "2026-11-19T23:00+08:00")).toEqual([
      // The desk closes at 06:00, when the last of the night leaves.
      "fallback ja 17:20–06:00 1",
    ]);
  });

  test("gather the skills that nobody holds over the same hours, where the desk is open", () => {
    const openingHours = [{ weekdays: EVERY_DAY, start: 0, end: 1440 }];
    expect(linesAt("2026-11-19T05:00+08:00", "2026-11-19T07:00+08:00", { openingHours })).toEqual([
      "fallback en 05:00–06:00 1",
      "fallback net 05:00–06:00 1",
      "fallback ja 05:00–06:00 1",
      "nobody all 06:00–13:00",
      "nobody en+net 06:00–09:00",
      "nobody ja 06:00–08:00",
    ]);
  });

  test("begin now at the earliest", () => {
    const openingHours = [{ weekdays: EVERY_DAY, start: 0, end: 1440 }];
    expect(linesAt("2026-11-19T07:30+08:00", "2026-11-19T07:31+08:00", { openingHours })).toEqual([
      "nobody all 07:30–13:00",
      "nobody en+net 07:30–09:00",
      "nobody ja 07:30–08:00",
    ]);
  });

  test("tell a minimum that is missed from nobody at all, of everyone too", () => {
    const rule = { weekdays: EVERY_DAY, start: 17 * 60, end: 18 * 60 };
    const minimums = [
      { skill: "en", rule, agents: 4 },
      { skill: null, rule, agents: 9 },
    ];
    const lines = linesAt("2026-11-19T16:30+08:00", "2026-11-19T17:30+08:00", { minimums });
    expect(lines.filter((line) => line.startsWith("few"))).toEqual(["few en+everyone 17:00–18:00"]);
  });
});
