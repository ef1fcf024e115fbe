import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Coverage, computeCoverage, plannedTimes } from "./coverage.ts";
import type { CoveragePlan } from "./coverage-plan.ts";
import { layWeek } from "./lay-week.ts";
import { agent } from "./testing/agents.ts";
import { at, date } from "./testing/dates.ts";
import { agents as anyAgents, aways, NO_RULES, plans, SKILLS } from "./testing/desks.ts";
import { walkClock } from "./testing/slow-clock.ts";
import { slowCoverage } from "./testing/slow-coverage.ts";
import { ZONE_CASES } from "./testing/zones.ts";
import type { Agent, Skill, WeekBlock, WeeklyRule } from "./types.ts";
import { weekOf } from "./week.ts";

const desk = { key: "main", name: "Helpdesk", timeZone: "Asia/Shanghai" };
const week = weekOf(date("2026-11-23"), "mon", desk.timeZone);
const MORNING: readonly WeekBlock[] = [[540, 720]];
const ALL_DAY: readonly WeekBlock[] = [[540, 1080]];
const MONDAY_9_TO_18: WeeklyRule = { weekdays: [1], start: 540, end: 1080 };
const english: Skill = { id: "en", name: "英语", isDefault: false };
const fallback: Skill = { id: "all", name: "全部技能", isDefault: true };

function cover(
  agents: readonly Agent[],
  plan: Partial<CoveragePlan> | null,
  skills = [english, fallback],
): Coverage {
  const given = plan && { ...NO_RULES, ...plan };
  return computeCoverage(layWeek({ roster: { desk, agents, skills }, week, plan: given, away: [] }).base);
}

const hour = (instant: number) => (instant - week.startAt) / 3_600_000;
/** English on Monday, as `hours level specialists/fallback`. */
const monday = ({ skills }: Coverage) =>
  (skills[0]?.spans ?? [])
    .filter(({ startAt }) => startAt < week.days[0].endAt)
    .map(
      (span) =>
        `${hour(span.startAt)}-${hour(span.endAt)} ${span.level} ${span.specialists}/${span.fallback}`,
    );

describe("levels", () => {
  const open: Partial<CoveragePlan> = { openingHours: [MONDAY_9_TO_18] };
  const ann = agent("ann", { skillIds: ["en"], week: ALL_DAY });
  const bob = agent("bob", { skillIds: ["en"], week: MORNING });
  const cat = agent("cat", { skillIds: ["all"], week: ALL_DAY });

  it("are closed, none, fallback, thin and met, the first that fits", () => {
    expect(monday(cover([], open))).toEqual(["0-9 closed 0/0", "9-18 none 0/0", "18-168 closed 0/0"]);
    expect(monday(cover([cat], open))).toEqual(["0-9 closed 0/0", "9-18 fallback 0/1", "18-168 closed 0/0"]);
    expect(monday(cover([ann, bob], open))).toEqual([
      "0-9 closed 0/0",
      "9-12 met 2/0",
      "12-18 thin 1/0",
      "18-168 closed 0/0",
    ]);
  });

  it("are thin below the largest minimum that fits, even with two", () => {
    const minimums = [
      { skill: "en", rule: MONDAY_9_TO_18, agents: 2 },
      { skill: "en", rule: { ...MONDAY_9_TO_18, end: 660 }, agents: 3 },
    ];
    expect(monday(cover([ann, bob], { ...open, minimums })).slice(1, 4)).toEqual([
      "9-11 thin 2/0",
      "11-12 met 2/0",
      "12-18 thin 1/0",
    ]);
  });

  it("still count who is planned while closed", () => {
    expect(monday(cover([ann], { openingHours: [] }))).toEqual([
      "0-9 closed 0/0",
      "9-18 closed 1/0",
      "18-168 closed 0/0",
    ]);
  });

  it("give a default skill no fallback, and count a specialist who holds it too as both", () => {
    const both = agent("dan", { skillIds: ["en", "all"], week: MORNING });
    const { skills } = cover([both], open);
    expect(monday({ skills, everyone: { spans: [], gaps: [] } })[1]).toBe("9-12 thin 1/1");
    expect(skills[1]?.spans[1]).toMatchObject({ level: "thin", specialists: 1, fallback: 0 });
  });

  it("leave out the removed and skills that the desk does not have", () => {
    const gone = agent("gone", { skillIds: ["en"], week: ALL_DAY, status: "removed" });
    const strange = agent("strange", { skillIds: ["other"], week: ALL_DAY });
    expect(monday(cover([gone, strange], open))[1]).toBe("9-18 none 0/0");
  });
});

describe("without a plan", () => {
  it("the desk is open whenever anyone is planned, and closed without alarm otherwise", () => {
    const cat = agent("cat", { skillIds: ["all"], week: ALL_DAY });
    const coverage = cover([cat], null);
    expect(monday(coverage)).toEqual(["0-9 closed 0/0", "9-18 fallback 0/1", "18-168 closed 0/0"]);
    expect(coverage.skills[0]?.gaps).toEqual([]);
  });

  it("a desk with nobody is closed all week", () => {
    expect(cover([], null).skills[0]?.spans).toEqual([
      { startAt: week.startAt, endAt: week.endAt, level: "closed", specialists: 0, fallback: 0 },
    ]);
  });
});

describe("gaps", () => {
  const open: Partial<CoveragePlan> = { openingHours: [MONDAY_9_TO_18] };
  const ann = agent("ann", { skillIds: ["en"], week: MORNING });

  it("are stretches of nobody", () => {
    expect(cover([ann], open, [english]).skills[0]?.gaps).toEqual([
      {
        skill: "en",
        startAt: at("2026-11-23T12:00+08:00"),
        endAt: at("2026-11-23T18:00+08:00"),
        people: 1,
        peopleMs: 6 * 3_600_000,
      },
    ]);
  });

  it("run on where too few become nobody, and count the missing", () => {
    const minimums = [{ skill: "en", rule: MONDAY_9_TO_18, agents: 2 }];
    const [gap, ...rest] = cover([ann], { ...open, minimums }, [english]).skills[0]?.gaps ?? [];
    expect(gap).toMatchObject({ people: 2, peopleMs: (3 + 2 * 6) * 3_600_000 });
    expect([hour(gap?.startAt ?? 0), hour(gap?.endAt ?? 0)]).toEqual([9, 18]);
    expect(rest).toEqual([]);
  });

  it("are none where the fallback steps in, unless a minimum asks for specialists", () => {
    const cat = agent("cat", { skillIds: ["all"], week: ALL_DAY });
    const minimums = [{ skill: "en", rule: MONDAY_9_TO_18, agents: 1 }];
    expect(cover([cat], open).skills[0]?.gaps).toEqual([]);
    expect(cover([cat], { ...open, minimums }).skills[0]?.gaps).toHaveLength(1);
  });

  it("are never in closed hours", () => {
    const minimums = [{ skill: "en", rule: MONDAY_9_TO_18, agents: 2 }];
    const holidays = [{ date: date("2026-11-23"), name: "holiday" }];
    expect(cover([ann], { ...open, minimums, holidays }).skills[0]?.gaps).toEqual([]);
  });

  it("of a minimum without a skill count all planned agents and stand under no skill", () => {
    const minimums = [{ skill: null, rule: MONDAY_9_TO_18, agents: 2 }];
    const { skills, everyone } = cover([ann, agent("bob", { week: MORNING })], { ...open, minimums }, [
      english,
    ]);
    expect(everyone.gaps).toMatchObject([{ skill: null, startAt: at("2026-11-23T12:00+08:00"), people: 2 }]);
    expect(skills[0]?.spans[1]).toMatchObject({ level: "thin", specialists: 1 });
  });
});

describe("single points", () => {
  it("end where another person takes over, though the number stays one", () => {
    const ann = agent("ann", { skillIds: ["en"], week: MORNING });
    const bob = agent("bob", { skillIds: ["en"], week: [[720, 1080]] });
    const { spans, singles } = cover([ann, bob], null, [english]).skills[0] ?? {};
    expect(spans?.[1]).toMatchObject({ specialists: 1, endAt: at("2026-11-23T18:00+08:00") });
    expect(singles?.map((one) => [one.agent, hour(one.startAt), hour(one.endAt)])).toEqual([
      ["ann", 9, 12],
      ["bob", 12, 18],
    ]);
  });

  it("are never in closed hours", () => {
    const ann = agent("ann", { skillIds: ["en"], week: ALL_DAY });
    const openingHours = [{ ...MONDAY_9_TO_18, start: 600, end: 660 }];
    const [single] = cover([ann], { openingHours }, [english]).skills[0]?.singles ?? [];
    expect([hour(single?.startAt ?? 0), hour(single?.endAt ?? 0)]).toEqual([10, 11]);
  });
});

describe("skills that are asked for", () => {
  it("are all that is answered, with the fallback of the others", () => {
    const cat = agent("cat", { skillIds: ["all"], week: ALL_DAY });
    const laid = layWeek({
      roster: { desk, agents: [cat], skills: [english, fallback] },
      week,
      plan: null,
      away: [],
    });
    const { skills } = computeCoverage(laid.base, [english]);
    expect(skills.map(({ skill }) => skill)).toEqual(["en"]);
    expect(skills[0]?.spans[1]).toMatchObject({ level: "fallback", fallback: 1 });
  });
});

describe("against a look at every minute", () => {
  it.each(ZONE_CASES)("$zone, $what", ({ zone, date: text }) => {
    const middle = date(text);
    const clock = walkClock(zone, text);
    const roster = { desk: { ...desk, timeZone: zone }, skills: SKILLS };
    fc.assert(
      fc.property(
        anyAgents,
        fc.option(plans(middle)),
        fc.option(aways(middle), { nil: [] }),
        fc.constantFrom(zone, "Asia/Shanghai", "America/New_York"),
        (agents, plan, away, screenZone) => {
          const screen = weekOf(middle, "mon", screenZone);
          const question = { roster: { ...roster, agents }, week: screen, plan, away };
          const { base, preview } = layWeek(question);
          const coverage = computeCoverage(preview ?? base);
          expect(coverage).toEqual(slowCoverage(question, clock));
          expectTiling(coverage, screen.startAt, screen.endAt);
        },
      ),
      { numRuns: 12 },
    );
  });
});

function expectTiling({ skills, everyone }: Coverage, startAt: number, endAt: number) {
  for (const { spans } of [...skills, everyone]) {
    const edges = spans.flatMap((span) => [span.startAt, span.endAt]);
    expect([edges[0], edges.at(-1)]).toEqual([startAt, endAt]);
    expect(edges.slice(1, -1).filter((edge, i, inner) => i % 2 === 0 && edge !== inner[i + 1])).toEqual([]);
  }
}

describe("plannedTimes", () => {
  it("joins everybody's shifts within the bounds", () => {
    const span = (startAt: string, endAt: string) => ({ startAt: at(startAt), endAt: at(endAt) });
    const planned = [
      { agent: agent("ann"), spans: [span("2026-11-23T09:00+08:00", "2026-11-23T12:00+08:00")] },
      { agent: agent("bob"), spans: [span("2026-11-23T12:00+08:00", "2026-11-23T14:00+08:00")] },
      { agent: agent("cat"), spans: [span("2026-11-29T22:00+08:00", "2026-11-30T06:00+08:00")] },
      {
        agent: agent("eve", { status: "removed" }),
        spans: [span("2026-11-24T09:00+08:00", "2026-11-24T12:00+08:00")],
      },
    ];
    expect(plannedTimes(planned, week)).toEqual([
      [at("2026-11-23T09:00+08:00"), at("2026-11-23T14:00+08:00")],
      [at("2026-11-29T22:00+08:00"), week.endAt],
    ]);
  });
});
