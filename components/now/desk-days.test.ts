import { describe, expect, test } from "vitest";
import { at, date } from "#lib/schedule/testing/dates.ts";
import { asInstant } from "#lib/schedule/types.ts";
import { layDays, spansFrom } from "./desk-days.ts";
import { AGENTS, SKILLS, thursday, ZONE } from "./testing/thursday.ts";

describe("the days around today", () => {
  test("reach from yesterday to a week ahead, in the zone on screen", () => {
    const { coverage, today } = thursday();
    const { spans } = coverage.everyone;
    expect(spans[0]?.startAt).toBe(at("2026-11-18T00:00+08:00"));
    expect(spans.at(-1)?.endAt).toBe(at("2026-11-27T00:00+08:00"));
    expect([today.startAt, today.endAt]).toEqual([
      at("2026-11-19T00:00+08:00"),
      at("2026-11-20T00:00+08:00"),
    ]);
  });

  test.each([
    ["2026-03-08", 23],
    ["2026-11-01", 25],
    ["2026-11-19", 24],
  ])("in New York %s has %d hours", (day, hours) => {
    const roster = { desk: { key: "main", name: "Desk", timeZone: ZONE }, agents: AGENTS, skills: SKILLS };
    const { today } = layDays(roster, null, date(day), "America/New_York");
    expect((today.endAt - today.startAt) / 3_600_000).toBe(hours);
  });

  test("the spans from an instant begin with the one that holds it", () => {
    const { spans } = thursday().coverage.everyone;
    const startsAt = at("2026-11-19T18:00+08:00");
    expect(spansFrom(spans, startsAt)[0]?.startAt).toBe(startsAt);
    expect(spansFrom(spans, asInstant(startsAt - 1))[0]?.endAt).toBe(startsAt);
    expect(spansFrom(spans, at("2026-11-27T00:00+08:00"))).toEqual([]);
  });
});
