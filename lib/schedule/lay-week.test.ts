import { describe, expect, it } from "vitest";
import { computeCoverage } from "./coverage.ts";
import type { CoveragePlan } from "./coverage-plan.ts";
import { layWeek } from "./lay-week.ts";
import { agent } from "./testing/agents.ts";
import { at, date } from "./testing/dates.ts";
import { NO_RULES } from "./testing/desks.ts";
import type { Agent } from "./types.ts";
import { weekOf } from "./week.ts";

const desk = { key: "main", name: "Helpdesk", timeZone: "Asia/Shanghai" };
const week = weekOf(date("2026-11-23"), "mon", desk.timeZone);
const skills = [{ id: "en", name: "英语", isDefault: false }];
const ann = agent("ann", { skillIds: ["en"], week: [[540, 720]] });
const monday = [at("2026-11-23T09:00+08:00"), at("2026-11-23T12:00+08:00")];
const lay = (plan: Partial<CoveragePlan> | null, away = false, agents: readonly Agent[] = [ann]) =>
  layWeek({
    roster: { desk, agents, skills },
    week,
    plan: plan && { ...NO_RULES, ...plan },
    away: away ? [{ who: { kind: "all" }, days: null }] : [],
  });

describe("opening hours", () => {
  it("are the plan's, where it names any", () => {
    expect(lay({ openingHours: [{ weekdays: [2], start: 0, end: 60 }] }).base.opening).toEqual([
      [at("2026-11-24T00:00+08:00"), at("2026-11-24T01:00+08:00")],
    ]);
    expect(lay({ openingHours: [] }).base.opening).toEqual([]);
  });

  it("without a plan, or without hours in it, are when anyone is planned", () => {
    expect(lay(null).base.opening).toEqual([monday]);
    expect(lay({}).base.opening).toEqual([monday]);
    expect(lay(null, false, [{ ...ann, status: "removed" }]).base.opening).toEqual([]);
  });

  it("are also when a minimum asks for somebody", () => {
    const rule = { weekdays: [2], start: 540, end: 600 } as const;
    const asked = [at("2026-11-24T09:00+08:00"), at("2026-11-24T10:00+08:00")];
    expect(lay({ minimums: [{ skill: "en", rule, agents: 1 }] }).base.opening).toEqual([monday, asked]);
    expect(lay({ minimums: [{ skill: "en", rule, agents: 0 }] }).base.opening).toEqual([monday]);
  });

  it("are never on a holiday", () => {
    expect(lay({ holidays: [{ date: date("2026-11-23"), name: "holiday" }] }).base.opening).toEqual([]);
  });

  it("stay when those planned are away: an alarm, not a closed desk", () => {
    const { base, preview } = lay(null, true);
    expect(preview?.opening).toEqual(base.opening);
    expect(preview && computeCoverage(preview).skills[0]?.spans[1]).toMatchObject({
      level: "none",
      specialists: 0,
    });
    const leave = [{ agent: "ann", from: date("2026-11-23"), to: date("2026-11-23"), note: null }];
    expect(computeCoverage(lay({ leave }).base).skills[0]?.spans[1]).toMatchObject({ level: "none" });
  });
});

describe("a what-if", () => {
  it("is laid beside the week as it is", () => {
    const { base, preview } = lay(null, true);
    expect(base.agents[0]?.spans).toHaveLength(1);
    expect(preview?.agents[0]?.spans).toEqual([]);
  });

  it("is absent when nobody is away", () => {
    expect(lay(null).preview).toBeNull();
  });
});
