import type { CoveragePlan } from "#lib/schedule/coverage-plan.ts";
import { agent } from "#lib/schedule/testing/agents.ts";
import { date } from "#lib/schedule/testing/dates.ts";
import { NO_RULES } from "#lib/schedule/testing/desks.ts";
import type { Agent, Roster, Skill, WeekBlock } from "#lib/schedule/types.ts";
import { layDays } from "../desk-days.ts";

/** A small desk in Shanghai on Thursday, 19 November 2026: what the tests of this room look at. */
export const ZONE = "Asia/Shanghai";
export const TODAY = date("2026-11-19");

/** Every day from hour `from` to hour `to`; with `to` past 24 it runs overnight. */
export function daily(from: number, to: number): readonly WeekBlock[] {
  const week = 7 * 1440;
  const blocks = [0, 1, 2, 3, 4, 5, 6].flatMap((day): WeekBlock[] => {
    const start = day * 1440 + from * 60;
    const end = day * 1440 + to * 60;
    return end <= week
      ? [[start, end]]
      : [
          [start, week],
          [0, end - week],
        ];
  });
  return blocks.sort(([a], [b]) => a - b);
}

export const SKILLS: readonly Skill[] = [
  { id: "en", name: "英语", isDefault: false },
  { id: "net", name: "网络", isDefault: false },
  { id: "ja", name: "日语", isDefault: false },
  { id: "all", name: "全部技能", isDefault: true },
];

export const AGENTS: readonly Agent[] = [
  agent("ann", { name: "Ann", week: daily(9, 18), skillIds: ["en", "net"] }),
  agent("bo", { name: "Bo", week: daily(9, 18), skillIds: ["en"], status: "offline" }),
  agent("cy", { name: "Cy", week: daily(13, 22), skillIds: ["en", "all"] }),
  agent("di", { name: "Di", week: daily(8, 16), skillIds: ["ja"] }),
  agent("ed", { name: "Ed", week: daily(22, 30), skillIds: ["all"], status: "off_duty" }),
  agent("flo", { name: "Flo", week: daily(9, 18), skillIds: ["net"], status: "removed" }),
];

export function thursday(agents: readonly Agent[] = AGENTS, plan: Partial<CoveragePlan> | null = null) {
  const roster: Pick<Roster, "desk" | "agents" | "skills"> = {
    desk: { key: "main", name: "Desk", timeZone: ZONE },
    agents,
    skills: SKILLS,
  };
  return layDays(roster, plan === null ? null : { ...NO_RULES, ...plan }, TODAY, ZONE);
}
