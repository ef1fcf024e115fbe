import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AwayEntry, absencesByAway, readAwayEntry, unknownAway, writeAwayEntry } from "./away.ts";
import { agent } from "./testing/agents.ts";
import { at, date } from "./testing/dates.ts";
import { aways } from "./testing/desks.ts";
import { weekOf } from "./week.ts";

const ann = agent("ou_ann", { department: "海外支持" });
const days = (from: string, to = from) => ({ from: date(from), to: date(to) });

describe("an entry of away=", () => {
  it.each<[string, AwayEntry]>([
    ["ou_ann", { who: { kind: "agent", id: "ou_ann" }, days: null }],
    ["ou_ann@2026-11-26", { who: { kind: "agent", id: "ou_ann" }, days: days("2026-11-26") }],
    [
      "ou_ann@2026-11-26..2026-11-27",
      { who: { kind: "agent", id: "ou_ann" }, days: days("2026-11-26", "2026-11-27") },
    ],
    ["dept:海外支持", { who: { kind: "department", name: "海外支持" }, days: null }],
    ["dept:R@D@2026-11-26", { who: { kind: "department", name: "R@D" }, days: days("2026-11-26") }],
    ["all", { who: { kind: "all" }, days: null }],
    ["all@2026-11-26", { who: { kind: "all" }, days: days("2026-11-26") }],
    ["ann@example", { who: { kind: "agent", id: "ann@example" }, days: null }],
    ["dept:all", { who: { kind: "department", name: "all" }, days: null }],
  ])("%s", (text, entry) => {
    expect(readAwayEntry(text)).toEqual(entry);
    expect(writeAwayEntry(entry)).toBe(text);
  });

  it.each([
    ["", "nobody"],
    ["@2026-11-26", "nobody on a day"],
    ["dept:", "no department"],
    ["dept:@2026-11-26", "no department on a day"],
    ["ann@2026-02-30", "no such day"],
    ["ann@2026-11-27..2026-11-26", "days the wrong way round"],
    ["ann@2026-11-27..2026-13-01", "no such last day"],
  ])("%j is unusable: %s", (text) => {
    expect(readAwayEntry(text)).toBeUndefined();
  });

  it("is written once for one day", () => {
    expect(writeAwayEntry({ who: { kind: "all" }, days: days("2026-11-26") })).toBe("all@2026-11-26");
  });

  it("is read as it was written", () => {
    fc.assert(
      fc.property(aways(date("2026-11-23")), (entries) => {
        expect(entries.map((entry) => readAwayEntry(writeAwayEntry(entry)))).toEqual(entries);
      }),
    );
  });
});

describe("unknownAway", () => {
  it("finds entries that speak of nobody", () => {
    const read = (text: string) => readAwayEntry(text) ?? { who: { kind: "all" as const }, days: null };
    const entries = ["ou_ann", "ou_bob", "dept:海外支持", "dept:sales", "all@2026-11-26"].map(read);
    expect(unknownAway(entries, [ann]).map(writeAwayEntry)).toEqual(["ou_bob", "dept:sales"]);
    expect(unknownAway(entries, []).map(writeAwayEntry)).toEqual([
      "ou_ann",
      "ou_bob",
      "dept:海外支持",
      "dept:sales",
    ]);
  });
});

describe("absencesByAway", () => {
  const week = weekOf(date("2026-11-23"), "mon", "America/New_York");
  const absences = (entry: AwayEntry) => absencesByAway([entry], week, "Asia/Shanghai")(ann);

  it("without days is the week on screen", () => {
    expect(absences({ who: { kind: "all" }, days: null })).toEqual([[week.startAt, week.endAt]]);
  });

  it("with days is those of the desk's zone, whoever looks", () => {
    const department = { kind: "department", name: "海外支持" } as const;
    expect(absences({ who: department, days: days("2026-11-26", "2026-11-27") })).toEqual([
      [at("2026-11-26T00:00+08:00"), at("2026-11-28T00:00+08:00")],
    ]);
  });

  it("is none for anybody else", () => {
    expect(absences({ who: { kind: "agent", id: "ou_bob" }, days: null })).toEqual([]);
    expect(absences({ who: { kind: "department", name: "sales" }, days: null })).toEqual([]);
  });
});
