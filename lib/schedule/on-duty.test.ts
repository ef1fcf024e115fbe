import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeCoverage, type PlannedAgent } from "./coverage.ts";
import { makeExpander } from "./expand.ts";
import { staffOf } from "./on-duty.ts";
import { agent } from "./testing/agents.ts";
import { at, date } from "./testing/dates.ts";
import { agents as anyAgents, SKILLS } from "./testing/desks.ts";
import { asInstant, type Span } from "./types.ts";
import { weekOf } from "./week.ts";

const hour = (n: number) => at(`2026-11-23T${String(n).padStart(2, "0")}:00+08:00`);
const span = (from: number, to: number): Span => ({ startAt: hour(from), endAt: hour(to) });
const planned = (id: string, skillIds: string[], ...spans: Span[]): PlannedAgent => ({
  agent: agent(id, { skillIds }),
  spans,
});

describe("who stands behind a number", () => {
  const desk = [
    planned("ann", ["en"], span(8, 12), span(13, 18)),
    planned("bo", ["all"], span(0, 10)),
    planned("cy", ["en", "all"], span(11, 14)),
    planned("di", ["net"], span(9, 17)),
    { ...planned("ed", ["en"], span(9, 17)), agent: agent("ed", { skillIds: ["en"], status: "removed" }) },
  ];
  const names = (list: readonly { agent: { id: string } }[]) => list.map(({ agent: { id } }) => id);

  test.each([
    ["en", 9, 11, ["ann"], ["bo"]],
    ["en", 12, 13, ["cy"], []],
    ["en", 12, 14, ["ann", "cy"], []],
    ["en", 18, 20, [], []],
    ["all", 9, 12, ["bo", "cy"], []],
    [null, 9, 12, ["ann", "bo", "cy", "di"], []],
  ] as const)("%s from %d to %d", (skill, from, to, specialists, fallback) => {
    const staff = staffOf({ skill, ...span(from, to) }, desk, SKILLS);
    expect([names(staff.specialists), names(staff.fallback)]).toEqual([specialists, fallback]);
  });

  test("says for which part of the stretch", () => {
    const { specialists } = staffOf({ skill: "en", ...span(11, 15) }, desk, SKILLS);
    expect(specialists.map(({ spans }) => spans)).toEqual([[span(11, 12), span(13, 15)], [span(11, 14)]]);
  });

  test("are at each moment as many as the coverage counts", () => {
    const week = weekOf(date("2026-10-25"), "mon", "Europe/Berlin");
    fc.assert(
      fc.property(anyAgents, (roster) => {
        const expand = makeExpander(week.zone, week);
        const agents = roster.map((one) => ({ agent: one, spans: expand(one.week) }));
        const bounds = { startAt: week.startAt, endAt: week.endAt };
        const coverage = computeCoverage({
          bounds,
          agents,
          skills: SKILLS,
          opening: [[week.startAt, week.endAt]],
          minimums: [],
        });
        for (const { skill, spans } of coverage.skills) {
          for (const { startAt, endAt, ...count } of spans) {
            // Not over the whole span: in it one may hand over to another, and the number stays.
            for (const instant of [startAt, asInstant(endAt - 1)]) {
              const moment = { startAt: instant, endAt: asInstant(instant + 1) };
              const staff = staffOf({ skill, ...moment }, agents, SKILLS);
              expect(staff.specialists).toHaveLength(count.specialists);
              if (count.level === "fallback") expect(staff.fallback).toHaveLength(count.fallback);
            }
          }
        }
      }),
    );
  });
});
