import { describe, expect, it } from "vitest";
import { NINE_TO_SIX, readOne, rule, withRules } from "./testing/records.ts";

/** The table of product.md, section 2, row by row: weekly rules, from a record to a week. */

const D = 1440;

describe("rules", () => {
  const dayBlocks = (days: readonly number[]) => days.map((day) => [day * D + 540, day * D + 1080]);

  it.each([
    [1, [0]],
    [7, [6]],
    [9, [0, 1, 2, 3, 4, 5, 6]],
    [10, [0, 1, 2, 3, 4]],
    [11, [5, 6]],
    ["1", [0]],
  ])("weekday %j", async (weekday, days) => {
    const { agent, setAside } = await withRules(rule(weekday, "09:00", "18:00"));
    expect([agent.week, agent.notes, setAside.rules]).toEqual([dayBlocks(days), [], 0]);
  });

  it.each([0, 8, 12, null, 1.5, "Monday", undefined])("weekday %j is set aside", async (weekday) => {
    const { agent, setAside } = await withRules(rule(weekday, "09:00", "18:00"), NINE_TO_SIX);
    expect([agent.week, agent.notes, setAside.rules]).toEqual([[[540, 1080]], ["unknown-weekday"], 1]);
  });

  it.each(["9:00", " 09:00 ", "09:00:00", "０９：００"])("start %j is 09:00", async (start) => {
    expect((await withRules(rule(1, start, "18:00"))).agent.week).toEqual([[540, 1080]]);
  });

  it.each(["24:00", "23:59", "24:00:00"])("end %j is the end of the day", async (end) => {
    expect((await withRules(rule(1, "09:00", end))).agent.week).toEqual([[540, D]]);
  });

  it.each([
    ["24:00", "18:00"],
    ["25:10", "18:00"],
    ["9am", "18:00"],
    ["", "18:00"],
    [null, "18:00"],
    ["09:00", "24:01"],
    ["09:00", undefined],
  ])("from %j to %j is set aside", async (start, end) => {
    const { agent, setAside } = await withRules(rule(1, start, end));
    expect([agent.week, agent.notes, setAside.rules]).toEqual([[], ["unreadable-time"], 1]);
  });

  it("with both faults give both notes and count once; so does what is no rule at all", async () => {
    for (const given of [rule(8, "x", "y"), null, 7, "09:00", [], {}]) {
      const { agent, setAside } = await withRules(given);
      expect([agent.week, agent.notes, setAside.rules]).toEqual([
        [],
        ["unknown-weekday", "unreadable-time"],
        1,
      ]);
    }
  });

  it.each([
    ["Monday night runs on into Tuesday", 1, "22:00", "06:00", [[1320, D + 360]]],
    [
      "Sunday night runs on into Monday",
      7,
      "22:00",
      "06:00",
      [
        [0, 360],
        [6 * D + 1320, 7 * D],
      ],
    ],
    [
      "every night",
      9,
      "22:00",
      "06:00",
      [[0, 360], ...[0, 1, 2, 3, 4, 5].map((d) => [d * D + 1320, d * D + 1800]), [6 * D + 1320, 7 * D]],
    ],
    ["a night until 00:00 ends with its day", 7, "22:00", "00:00", [[6 * D + 1320, 7 * D]]],
    ["one minute before a whole day", 1, "09:00", "08:59", [[540, D + 539]]],
    ["from 23:59 is one minute", 1, "23:59", "23:59", [[1439, D]]],
  ])("overnight: %s", async (_, weekday, start, end, week) => {
    const { agent } = await withRules(rule(weekday, start, end));
    expect([agent.week, agent.notes]).toEqual([week, []]);
  });

  it.each([
    ["09:00", "09:00"],
    ["00:00", "00:00"],
    ["9:00", "０９:００"],
  ])("from %j to %j is no time at all, noted and not set aside", async (start, end) => {
    const { agent, setAside } = await withRules(rule(1, start, end));
    expect([agent.week, agent.notes, setAside.rules]).toEqual([[], ["zero-length"], 0]);
  });

  it("that touch are one block without a note; a true overlap is noted", async () => {
    const touching = await withRules(rule(1, "09:00", "12:00"), rule(1, "12:00", "18:00"));
    expect([touching.agent.week, touching.agent.notes]).toEqual([[[540, 1080]], []]);
    const overlapping = await withRules(rule(9, "09:00", "12:00"), rule(1, "11:59", "18:00"));
    expect([overlapping.agent.week[0], overlapping.agent.notes]).toEqual([[540, 1080], ["overlap"]]);
    const overnight = await withRules(rule(7, "22:00", "06:00"), rule(1, "05:00", "07:00"));
    expect([overnight.agent.week[0], overnight.agent.notes]).toEqual([[0, 420], ["overlap"]]);
  });

  it("are noted for what the merged week no longer shows, apart from the contract's notes", async () => {
    const { agent } = await withRules(
      rule(9, "09:00", "18:00"),
      rule(1, "12:00", "13:00"),
      rule(2, "22:00", "09:00"),
    );
    expect([agent.notes, agent.ruleNotes]).toEqual([
      ["overlap"],
      ["group-overlaps-day", "overnight-meets-next"],
    ]);
    expect((await withRules(rule(9, "09:00", "18:00"))).agent).not.toHaveProperty("ruleNotes");
  });

  it.each([null, undefined, [], {}, "", 7])("schedule %j is no schedule", async (schedule) => {
    const { agent } = await readOne({ status: 1, agent: { id: "a", name: "A" }, schedule });
    expect([agent.week, agent.notes]).toEqual([[], ["no-schedule"]]);
  });

  it("of which none can be read are not the same as no schedule", async () => {
    expect((await withRules(rule(8, "09:00", "18:00"))).agent.notes).toEqual(["unknown-weekday"]);
  });

  it("give each note once, in the order of the table", async () => {
    const odd = [
      rule(1, "09:00", "09:00"),
      rule(1, "x", "y"),
      rule(8, "x", "y"),
      rule(2, "1:00", "3:00"),
      rule(2, "2:00", "4:00"),
    ];
    expect((await withRules(...odd, ...odd)).agent.notes).toEqual([
      "unknown-weekday",
      "unreadable-time",
      "zero-length",
      "overlap",
    ]);
  });
});
