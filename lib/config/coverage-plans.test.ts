import { expect, test } from "vitest";
import { readCoverage } from "./coverage-file.ts";
import { planOfDesk } from "./coverage-plans.ts";

function planOf(file: object, deskKey = "main") {
  const read = readCoverage(JSON.stringify(file));
  if ("faults" in read) throw new Error(read.faults.join());
  return planOfDesk(read.value, deskKey);
}

const hours = (from: string, to: string) => ({ days: ["mon"], from, to });
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

test("what the file leaves out stays out: no hours are not the same as never open", () => {
  const nothing = { openingHours: null, minimums: [], holidays: [], workdays: [], leave: [] };
  expect(planOf({})).toEqual(nothing);
  expect(planOf({ openingHours: [] })).toEqual({ ...nothing, openingHours: [] });
});

test("hours are rules of weekdays and minutes; equal times are no time at all", () => {
  const openingHours = [
    hours("09:00", "18:00"),
    hours("22:00", "06:00"),
    hours("18:00", "00:00"),
    hours("9:00", "09:00"),
  ];
  expect(planOf({ openingHours }).openingHours).toEqual([
    { weekdays: [1], start: 540, end: 1080 },
    { weekdays: [1], start: 1320, end: 360 },
    { weekdays: [1], start: 1080, end: 1440 },
  ]);
});

test("a minimum holds all week, all day and for all agents, unless it says otherwise", () => {
  const minimum = [
    { agents: 1 },
    { skill: "en", days: ["sat"], from: "10:00", agents: 2 },
    { to: "08:00", agents: 3 },
  ];
  expect(planOf({ minimum }).minimums).toEqual([
    { skill: null, rule: { weekdays: EVERY_DAY, start: 0, end: 1440 }, agents: 1 },
    { skill: "en", rule: { weekdays: [6], start: 600, end: 1440 }, agents: 2 },
    { skill: null, rule: { weekdays: EVERY_DAY, start: 0, end: 480 }, agents: 3 },
  ]);
});

test("dates come as they are, and absent texts as null", () => {
  const plan = planOf({
    holidays: [{ date: "2026-10-01", name: " 国庆节 " }],
    workdays: [{ date: "2026-10-10", like: "fri" }],
    leave: [{ agent: "ou_1", from: "2026-11-23", to: "2026-11-25" }],
  });
  expect(plan.holidays).toEqual([{ date: "2026-10-01", name: "国庆节" }]);
  expect(plan.workdays).toEqual([{ date: "2026-10-10", like: 5, name: null }]);
  expect(plan.leave).toEqual([{ agent: "ou_1", from: "2026-11-23", to: "2026-11-25", note: null }]);
});

test("a desk's own hours and minimums take the place of the shared ones", () => {
  const file = {
    openingHours: [hours("09:00", "18:00")],
    minimum: [{ agents: 1 }],
    desks: { it: { openingHours: [], minimum: [] }, hr: {} },
  };
  expect(planOf(file, "it")).toMatchObject({ openingHours: [], minimums: [] });
  expect(planOf(file, "hr")).toEqual(planOf(file, "other"));
  expect(planOf(file, "hr").minimums).toHaveLength(1);
});

test("a desk's own days and leave add to the shared ones; of one date its own word counts", () => {
  const away = (agent: string) => ({ agent, from: "2026-10-01", to: "2026-10-01" });
  const file = {
    holidays: [
      { date: "2026-10-01", name: "shared" },
      { date: "2026-10-02", name: "shared" },
    ],
    workdays: [{ date: "2026-10-10", like: "fri" }],
    leave: [away("a")],
    desks: {
      it: {
        holidays: [{ date: "2026-10-10", name: "own" }],
        workdays: [{ date: "2026-10-01", like: "thu" }],
        leave: [away("b")],
      },
    },
  };
  const { holidays, workdays, leave } = planOf(file, "it");
  expect(holidays.map(({ date, name }) => `${date} ${name}`)).toEqual([
    "2026-10-02 shared",
    "2026-10-10 own",
  ]);
  expect(workdays.map(({ date }) => date)).toEqual(["2026-10-01"]);
  expect(leave.map(({ agent }) => agent)).toEqual(["a", "b"]);
});
