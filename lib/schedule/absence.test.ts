import { describe, expect, it } from "vitest";
import { absencesByLeave, daysAsInterval, isAwayDuring, splitAbsent } from "./absence.ts";
import { agent } from "./testing/agents.ts";
import { at, date } from "./testing/dates.ts";
import { type Span, WEEK_MINUTES } from "./types.ts";

const zone = "Asia/Shanghai";
const span = (startAt: string, endAt: string): Span => ({ startAt: at(startAt), endAt: at(endAt) });
const night = span("2026-11-23T22:00+08:00", "2026-11-24T06:00+08:00");
const day = span("2026-11-24T09:00+08:00", "2026-11-24T18:00+08:00");
const midnight = span("2026-11-25T00:00+08:00", "2026-11-25T06:00+08:00");
const tuesday = [daysAsInterval(date("2026-11-24"), date("2026-11-24"), zone)];

describe("daysAsInterval", () => {
  it.each([
    ["2026-11-23", "2026-11-25", zone, "2026-11-23T00:00+08:00", "2026-11-26T00:00+08:00"],
    ["2026-11-01", "2026-11-01", "America/New_York", "2026-11-01T00:00-04:00", "2026-11-02T00:00-05:00"],
    ["2026-03-08", "2026-03-08", "America/Havana", "2026-03-08T01:00-04:00", "2026-03-09T00:00-04:00"],
  ])("%s to %s, both inclusive, in %s", (from, to, where, startAt, endAt) => {
    expect(daysAsInterval(date(from), date(to), where)).toEqual([at(startAt), at(endAt)]);
  });
});

describe("splitAbsent", () => {
  it("takes out whole the blocks that start on the days, and no others", () => {
    expect(splitAbsent([[0, 60]], [night, day, midnight], tuesday)).toEqual({
      present: [night, midnight],
      absent: [day],
    });
  });

  it("takes out a night that starts on the last day to its end", () => {
    const monday = [daysAsInterval(date("2026-11-23"), date("2026-11-23"), zone)];
    expect(splitAbsent([[0, 60]], [night, day], monday)).toEqual({ present: [day], absent: [night] });
  });

  it("cuts exactly the days out of a round-the-clock week", () => {
    const always = span("2026-11-16T00:00+08:00", "2026-12-07T00:00+08:00");
    expect(splitAbsent([[0, WEEK_MINUTES]], [always], tuesday)).toEqual({
      present: [
        span("2026-11-16T00:00+08:00", "2026-11-24T00:00+08:00"),
        span("2026-11-25T00:00+08:00", "2026-12-07T00:00+08:00"),
      ],
      absent: [span("2026-11-24T00:00+08:00", "2026-11-25T00:00+08:00")],
    });
  });

  it("leaves the spans as they are where nobody is away", () => {
    const spans = [night, day];
    expect(splitAbsent([[0, 60]], spans, []).present).toBe(spans);
  });
});

describe("absencesByLeave", () => {
  const leave = [
    { agent: "ann", from: date("2026-11-23"), to: date("2026-11-24"), note: null },
    { agent: "bob", from: date("2026-11-25"), to: date("2026-11-25"), note: "dentist" },
    { agent: "ann", from: date("2026-11-25"), to: date("2026-11-25"), note: null },
  ];

  it("gathers an agent's leave, and joins what touches", () => {
    const absencesOf = absencesByLeave(leave, zone);
    expect(absencesOf(agent("ann"))).toEqual([[at("2026-11-23T00:00+08:00"), at("2026-11-26T00:00+08:00")]]);
    expect(absencesOf(agent("cat"))).toEqual([]);
  });

  it.each([
    ["a night that runs into the day", night, true],
    ["a day within", day, true],
    ["what starts as the day ends", midnight, false],
    ["what ends as the day starts", span("2026-11-23T22:00+08:00", "2026-11-24T00:00+08:00"), false],
  ])("knows who is away during %s", (_what, stretch, away) => {
    expect(isAwayDuring(tuesday, stretch)).toBe(away);
  });
});
