import { describe, expect, it } from "vitest";
import { absencesByLeave } from "./absence.ts";
import { whoCanCover } from "./cover.ts";
import { agent } from "./testing/agents.ts";
import { at, date } from "./testing/dates.ts";
import type { Agent, Span } from "./types.ts";
import { weekOf } from "./week.ts";

const zone = "Asia/Shanghai";
const week = weekOf(date("2026-11-23"), "mon", zone);
const span = (from: string, to: string): Span => ({
  startAt: at(`2026-11-${from}+08:00`),
  endAt: at(`2026-11-${to}+08:00`),
});
const gap = { ...span("24T18:00", "24T20:00"), skill: "en" };
const planned = (id: string, spans: Span[], given: Partial<Agent> = {}) => ({
  agent: agent(id, { skillIds: ["en"], ...given }),
  spans,
});
const nobodyAway = () => [];
const HOUR_MS = 3_600_000;

describe("whoCanCover", () => {
  it("orders by closeness to the own shift, then by hours, then by name", () => {
    const agents = [
      planned("none", []),
      planned("touches", [span("24T09:00", "24T18:00")]),
      planned("next-morning", [span("25T06:00", "25T12:00")]),
      planned("an-hour-after", [span("24T21:00", "24T23:00")]),
      planned("touches-long", [span("24T09:00", "24T18:00"), span("26T09:00", "26T18:00")]),
      planned("b-touches", [span("24T20:00", "25T05:00")]),
    ];
    const covers = whoCanCover(gap, agents, nobodyAway, week);
    expect(
      covers.map(({ agent: { id }, distanceMs, plannedMs }) => [id, distanceMs, plannedMs / HOUR_MS]),
    ).toEqual([
      ["b-touches", 0, 9],
      ["touches", 0, 9],
      ["touches-long", 0, 18],
      ["an-hour-after", HOUR_MS, 2],
      ["next-morning", 10 * HOUR_MS, 6],
      ["none", null, 0],
    ]);
  });

  it("leaves out who is planned for any of it, lacks the skill, was removed or is away", () => {
    const agents = [
      planned("on-a-minute", [span("24T19:59", "24T23:00")]),
      planned("other-skill", [], { skillIds: ["net"] }),
      planned("removed", [], { status: "removed" }),
      planned("on-leave", []),
      planned("free", []),
      planned("also-free", []),
    ];
    const leave = [{ agent: "on-leave", from: date("2026-11-24"), to: date("2026-11-24"), note: null }];
    const covers = whoCanCover(gap, agents, absencesByLeave(leave, zone), week);
    expect(covers.map(({ agent: { id } }) => id)).toEqual(["also-free", "free"]);
  });

  it("asks for no skill where the gap has none", () => {
    const covers = whoCanCover(
      { ...gap, skill: null },
      [planned("any", [], { skillIds: [] })],
      nobodyAway,
      week,
    );
    expect(covers).toHaveLength(1);
  });

  it("counts only the hours of the week on screen", () => {
    const [cover] = whoCanCover(gap, [planned("night", [span("22T22:00", "23T06:00")])], nobodyAway, week);
    expect(cover?.plannedMs).toBe(6 * HOUR_MS);
  });
});
