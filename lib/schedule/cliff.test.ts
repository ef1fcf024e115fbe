import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextCliff, upcomingChanges } from "./cliff.ts";
import { makeExpander } from "./expand.ts";
import type { PlannedAgent } from "./tally.ts";
import { agent } from "./testing/agents.ts";
import { at, date } from "./testing/dates.ts";
import { agents as anyAgents, SKILLS } from "./testing/desks.ts";
import { type Agent, asInstant, type Instant, type Span } from "./types.ts";
import { weekOf } from "./week.ts";

const span = (from: string, to: string): Span => ({
  startAt: at(`2026-11-23T${from}+08:00`),
  endAt: at(`2026-11-23T${to}+08:00`),
});
const until = at("2026-11-24T00:00+08:00");
const planned = (
  id: string,
  skillIds: string[],
  spans: Span[],
  given: Partial<Agent> = {},
): PlannedAgent => ({
  agent: agent(id, { skillIds, ...given }),
  spans,
});
const cliffAt = (agents: readonly PlannedAgent[], now: string) =>
  nextCliff(agents, SKILLS, at(`2026-11-23T${now}+08:00`), until);

describe("nextCliff", () => {
  const agents = [
    planned("ann", ["en"], [span("09:00", "18:00")]),
    planned("bob", ["en", "net"], [span("09:00", "12:00")]),
    planned("cat", ["net"], [span("12:00", "20:00")]),
    planned("eve", ["net"], [span("09:00", "10:00")], { status: "removed" }),
  ];

  it("is where the number falls", () => {
    expect(cliffAt(agents, "12:00")).toEqual({
      at: at("2026-11-23T18:00+08:00"),
      before: 2,
      after: 1,
      skillsLost: ["en"],
    });
  });

  it("is not where one comes as another goes, with the same skills", () => {
    expect(cliffAt(agents, "09:00")?.at).toBe(at("2026-11-23T18:00+08:00"));
  });

  it("is where a skill loses its last, though the number stays", () => {
    const swapped = [
      planned("ann", ["en"], [span("09:00", "12:00")]),
      planned("cat", ["net"], [span("12:00", "18:00")]),
    ];
    expect(cliffAt(swapped, "10:00")).toMatchObject({ before: 1, after: 1, skillsLost: ["en"] });
  });

  it.each([
    ["before anybody comes", "08:00", "18:00"],
    ["at the very moment of a drop, the next one", "18:00", "20:00"],
  ])("%s", (_what, now, expected) => {
    expect(cliffAt(agents, now)?.at).toBe(at(`2026-11-23T${expected}+08:00`));
  });

  it("is none where nothing drops before the horizon", () => {
    expect(cliffAt(agents, "20:00")).toBeNull();
    expect(cliffAt([], "09:00")).toBeNull();
    expect(cliffAt([planned("dan", [], [{ ...span("09:00", "10:00"), endAt: until }])], "09:00")).toBeNull();
  });

  it("equals looking at every minute", () => {
    const week = weekOf(date("2026-11-01"), "mon", "America/New_York");
    const expand = makeExpander("America/New_York", week);
    fc.assert(
      fc.property(anyAgents, fc.integer({ min: 0, max: 10_000 }), (given, minute) => {
        const now = asInstant(week.startAt + minute * 60_000);
        const all = given.map((one) => ({ agent: one, spans: expand(one.week) }));
        expect(nextCliff(all, SKILLS, now, week.endAt)).toEqual(slowCliff(all, now, week.endAt));
      }),
    );
  });
});

/** Counts at each minute and compares with the minute before. */
function slowCliff(agents: readonly PlannedAgent[], now: Instant, end: Instant) {
  const on = (minute: Instant) =>
    agents.filter(
      ({ agent: one, spans }) =>
        one.status !== "removed" && spans.some(({ startAt, endAt }) => startAt <= minute && minute < endAt),
    );
  for (let minute = asInstant(now + 60_000); minute < end; minute = asInstant(minute + 60_000)) {
    const earlier = on(asInstant(minute - 60_000));
    const there = on(minute);
    const holds = (list: readonly PlannedAgent[], id: string) =>
      list.some((one) => one.agent.skillIds.includes(id));
    const skillsLost = SKILLS.map(({ id }) => id).filter((id) => holds(earlier, id) && !holds(there, id));
    if (there.length < earlier.length || skillsLost.length > 0) {
      return { at: minute, before: earlier.length, after: there.length, skillsLost };
    }
  }
  return null;
}

describe("upcomingChanges", () => {
  it("gathers who comes and goes, soonest first, after now and before the horizon", () => {
    const agents = [
      planned("ann", [], [span("09:00", "18:00")]),
      planned("bob", [], [span("06:00", "12:00"), span("18:00", "20:00")]),
      planned("cat", [], [span("12:00", "18:00")]),
      planned("eve", [], [span("10:00", "11:00")], { status: "removed" }),
    ];
    expect(upcomingChanges(agents, at("2026-11-23T09:00+08:00"), at("2026-11-23T20:00+08:00"))).toEqual([
      { at: at("2026-11-23T12:00+08:00"), arrive: ["cat"], leave: ["bob"] },
      { at: at("2026-11-23T18:00+08:00"), arrive: ["bob"], leave: ["ann", "cat"] },
    ]);
  });
});
