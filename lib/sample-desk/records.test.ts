import { describe, expect, it } from "vitest";
import { SKILL_NAMES } from "./catalogue.ts";
import { makePeople } from "./people.ts";
import { makeDeskRecords } from "./records.ts";
import { isPlanned, statusAt, weekMinute } from "./status-at.ts";

const SEED = 8;
/** Thursday 19 November 2026, 17:20 in Shanghai. */
const THURSDAY_AT = Date.parse("2026-11-19T17:20:00+08:00");
const MINUTE_MS = 60_000;
const HOUR = 60;

const people = makePeople(60, SEED);
const records = makeDeskRecords(60, SEED);

/** How many of the sixty are planned at a minute of the week. */
const plannedAt = (minute: number) => people.filter(({ schedule }) => isPlanned(schedule, minute)).length;
const hoursOf = (day: number) =>
  Array.from({ length: 24 }, (_, hour) => plannedAt((day * 24 + hour) * HOUR + 30));

describe("the people", () => {
  it("are sixty, in six departments and one without, with fourteen skills", () => {
    const present = records.list("present", THURSDAY_AT);
    expect(present).toHaveLength(60);
    expect(new Set(present.map(({ agent }) => agent.department)).size).toBe(7);
    const skills = new Set(present.flatMap((record) => record.agent_skills.map(({ name }) => name)));
    expect([...skills].sort()).toEqual(Object.values(SKILL_NAMES).sort());
    expect(
      new Set(present.flatMap((r) => r.agent_skills.filter((s) => s.is_default).map((s) => s.id))).size,
    ).toBe(1);
  });

  it("have an id and an address each, and no picture that would be fetched from elsewhere", () => {
    for (const size of [60, 1_000, 10_000]) {
      const all = makePeople(size, SEED);
      expect(new Set(all.map(({ agent }) => agent.id)).size).toBe(size);
      expect(all.every(({ agent }) => /^[a-z.-]+\d*@[a-z]+\.example$/.test(agent.email))).toBe(true);
      expect(all.every(({ agent }) => agent.avatar_url === "")).toBe(true);
    }
  });

  it("are the same for the same seed, others for another, and a larger desk begins with the smaller one's", () => {
    expect(makePeople(120, SEED)).toEqual(makePeople(120, SEED));
    expect(makePeople(300, SEED).slice(0, 120)).toEqual(makePeople(120, SEED));
    expect(makePeople(60, 9)[0]?.agent.id).not.toBe(people[0]?.agent.id);
    expect(makePeople(120, 9)[119]?.agent.name).not.toBe(makePeople(120, SEED)[119]?.agent.name);
  });

  it("leave two removed ones, whose records carry different statuses and no hours", () => {
    const removed = records.list("removed", THURSDAY_AT);
    expect(removed.map(({ status }) => status)).toEqual([4, 3]);
    expect(removed.every(({ schedule }) => schedule?.length === 0)).toBe(true);
    expect(makeDeskRecords(0, SEED).list("removed", THURSDAY_AT)).toEqual([]);
    expect(makeDeskRecords(1_000, SEED).list("removed", THURSDAY_AT)).toHaveLength(20);
  });

  it("include an overlap, an undocumented status and some without hours", () => {
    const find = (name: string) =>
      records.list("present", THURSDAY_AT).find(({ agent }) => agent.name === name);
    expect(find("吕思琪")?.status).toBe(7);
    expect(find("黄俊杰")?.schedule).toContainEqual({ start_time: "11:00", end_time: "14:00", weekday: 3 });
    expect(find("谢宇")?.agent.department).toBe("");
    expect(people.filter(({ schedule }) => schedule.length === 0)).toHaveLength(3);
  });

  it("have about 6.8 day blocks each", () => {
    const perCode = (weekday: number) => ({ 9: 7, 10: 5, 11: 2 })[weekday] ?? 1;
    const blocks = people.flatMap(({ schedule }) => schedule.map((rule) => perCode(rule.weekday)));
    const each = blocks.reduce((sum, count) => sum + count, 0) / people.length;
    expect(each).toBeGreaterThan(6.3);
    expect(each).toBeLessThan(7.3);
  });
});

describe("the plan", () => {
  it("is well staffed in the office hours of a weekday, thin at night, and empty from 06:00 to 08:00", () => {
    for (const day of [0, 1, 2, 3, 4]) {
      const hours = hoursOf(day);
      expect(Math.min(...hours.slice(9, 12), ...hours.slice(13, 18))).toBeGreaterThanOrEqual(15);
      expect(Math.max(...hours)).toBeLessThanOrEqual(30);
      expect(hours.slice(6, 8)).toEqual([0, 0]);
      expect(Math.min(...hours.slice(0, 6))).toBeGreaterThanOrEqual(2);
      expect(Math.max(...hours.slice(0, 6))).toBeLessThanOrEqual(5);
    }
  });

  it("counts overnight rules into the next day, Sunday's into Monday", () => {
    const night = [{ start_time: "22:00", end_time: "06:00", weekday: 7 }];
    const sunday = 6 * 24 * HOUR;
    const planned = [sunday + 22 * HOUR, 0, 6 * HOUR - 1].map((minute) => isPlanned(night, minute));
    expect(planned).toEqual([true, true, true]);
    expect([sunday + 22 * HOUR - 1, 6 * HOUR].map((minute) => isPlanned(night, minute))).toEqual([
      false,
      false,
    ]);
  });

  it("reads the clock in Shanghai", () => {
    expect(weekMinute(Date.parse("2026-11-16T00:00:00+08:00"))).toBe(0);
    expect(weekMinute(THURSDAY_AT)).toBe(3 * 24 * HOUR + 17 * HOUR + 20);
    expect(weekMinute(Date.parse("1969-12-29T00:01:00+08:00"))).toBe(1);
  });
});

describe("the statuses", () => {
  const at = (minutes: number) =>
    people.map((person) => statusAt(person, SEED, THURSDAY_AT + minutes * MINUTE_MS));
  const planned = (minutes: number) =>
    people.map(({ schedule }) => isPlanned(schedule, weekMinute(THURSDAY_AT + minutes * MINUTE_MS)));

  it("agree with the plan but for about three offline on shift and one online off shift", () => {
    let offline = 0;
    let online = 0;
    const MINUTES = 5 * 24 * HOUR;
    let officeMinutes = 0;
    for (let minute = 0; minute < MINUTES; minute += 7) {
      const plan = planned(minute);
      if (plan.filter(Boolean).length < 15) continue;
      officeMinutes++;
      offline += at(minute).filter((status, i) => plan[i] && status === 2).length;
      online += at(minute).filter((status, i) => !plan[i] && status === 1).length;
    }
    expect(offline / officeMinutes).toBeGreaterThan(2);
    expect(offline / officeMinutes).toBeLessThan(4);
    expect(online / officeMinutes).toBeGreaterThan(0.4);
    expect(online / officeMinutes).toBeLessThan(2);
  });

  it("change about every minute, and stand still with the clock", () => {
    const changed = Array.from({ length: 60 }, (_, i) => at(-i - 1).join() !== at(-i).join()).filter(
      Boolean,
    ).length;
    expect(changed).toBeGreaterThan(30);
    expect(at(0)).toEqual(at(0));
    expect(new Set(at(0))).toEqual(new Set([1, 2, 3, 7]));
  });
});

describe("the records", () => {
  const { list } = makeDeskRecords(300, SEED);

  it("are the very same within a minute, and in the next for whoever has the same status", () => {
    const now = list("present", THURSDAY_AT);
    expect(list("present", THURSDAY_AT + MINUTE_MS - 1)).toBe(now);
    const next = list("present", THURSDAY_AT + MINUTE_MS);
    expect(next).not.toBe(now);
    expect(next.map((record, i) => record === now[i])).toEqual(
      next.map((record, i) => record.status === now[i]?.status),
    );
    expect(next).not.toEqual(now);
    expect(list("present", THURSDAY_AT)).toEqual(now);
  });

  it("can be changed by nobody", () => {
    expect(Object.isFrozen(list("present", THURSDAY_AT))).toBe(true);
    expect(list("removed", THURSDAY_AT).every(Object.isFrozen)).toBe(true);
  });
});
