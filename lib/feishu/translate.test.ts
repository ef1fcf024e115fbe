import { describe, expect, it } from "vitest";
import type { ReadRecord } from "#lib/roster/ports.ts";
import { makeDeskRecords } from "#lib/sample-desk/records.ts";
import { translateRecords } from "./translate.ts";

/** The table of product.md, section 2, row by row, from a record to an agent. */

const PRESENT = { removed: false };
const D = 1440;
const NINE_TO_SIX = { weekday: 1, start_time: "09:00", end_time: "18:00" };

async function readOne(...records: readonly unknown[]): Promise<ReadRecord> {
  const list = await translateRecords(records, PRESENT);
  expect(list.records).toHaveLength(1);
  const [record] = list.records;
  if (!record) throw new Error("No record was read.");
  return record;
}

const withRules = (...schedule: readonly unknown[]) =>
  readOne({ status: 1, agent: { id: "a", name: "A" }, schedule });
const rule = (weekday: unknown, start_time: unknown, end_time: unknown) => ({
  weekday,
  start_time,
  end_time,
});
const withAgent = (agent: object, rest: object = {}) =>
  readOne({ status: 1, agent: { id: "a", name: "A", ...agent }, schedule: [NINE_TO_SIX], ...rest });

describe("a whole record, as Feishu's documentation shows it", () => {
  it("is read", async () => {
    const record = {
      status: 1,
      agent: {
        id: "ou_ea651a5c09e2d01af8acd34059f5359b",
        avatar_url: "https://avatar-url.com/test.png",
        name: "test-user",
        email: "test@bytedance.com",
        department: "测试部门",
        company_name: "test-company",
      },
      schedule: [{ start_time: "00:00", end_time: "24:00", weekday: 9 }],
      agent_skills: [{ id: "agent-skill-id", name: "agent-skill", is_default: false }],
    };
    expect(await translateRecords([record], PRESENT)).toEqual({
      records: [
        {
          agent: {
            id: "ou_ea651a5c09e2d01af8acd34059f5359b",
            name: "test-user",
            avatarUrl: "https://avatar-url.com/test.png",
            email: "test@bytedance.com",
            department: "测试部门",
            company: "test-company",
            status: "online",
            skillIds: ["agent-skill-id"],
            week: [[0, 7 * D]],
            notes: [],
          },
          skills: [{ id: "agent-skill-id", name: "agent-skill", isDefault: false }],
          setAside: { rules: 0, skills: 0 },
        },
      ],
      setAsideAgents: 0,
    });
  });
});

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

describe("agents", () => {
  it.each([
    {},
    { agent: null },
    { agent: {} },
    { agent: { id: "" } },
    { agent: { id: null } },
    { agent: ["a"] },
    null,
    7,
    "a",
    [],
    [{ agent: { id: "a" } }],
  ])("without an id are set aside and counted: %j", async (record) => {
    expect(await translateRecords([record, { agent: { id: "b" } }], PRESENT)).toMatchObject({
      records: [{ agent: { id: "b" } }],
      setAsideAgents: 1,
    });
  });

  it.each([1, "1"])("status %j is online", async (status) => {
    expect((await withAgent({}, { status })).agent.status).toBe("online");
  });

  it.each([undefined, null, 0, 5, "on"])("status %j is unknown", async (status) => {
    expect((await withAgent({}, { status })).agent.status).toBe("unknown");
  });

  it("of the first call may be removed by their own status", async () => {
    expect((await withAgent({}, { status: 4 })).agent.status).toBe("removed");
  });

  it.each([1, 4, 7, null])("of the second call are removed, whatever status %j says", async (status) => {
    const { records } = await translateRecords([{ status, agent: { id: "a" } }], { removed: true });
    expect(records[0]?.agent.status).toBe("removed");
  });

  it("without a visible name are called by the end of their id", async () => {
    for (const name of ["", " ", "\u200B", null, undefined, 7]) {
      const { agent } = await withAgent({ id: "ou_123456789", name });
      expect([agent.name, agent.notes]).toEqual(["456789", ["no-name"]]);
    }
  });

  it("have null where a field is blank, and clean text where it is not", async () => {
    const blank = await withAgent({ avatar_url: "", email: " ", department: "\u200B", company_name: null });
    expect(blank.agent).toMatchObject({ avatarUrl: null, email: null, department: null, company: null });
    const full = await withAgent({ email: " a@b\n", department: "\u202Ex", company_name: "c\td" });
    expect(full.agent).toMatchObject({ email: "a@b", department: "x", company: "c d" });
  });

  it("have a picture only over https", async () => {
    expect((await withAgent({ avatar_url: "http://a.example/" })).agent.avatarUrl).toBeNull();
    expect((await withAgent({ avatar_url: "https://a.example/" })).agent.avatarUrl).toBe(
      "https://a.example/",
    );
  });

  it("may carry any id, also one with a meaning in JavaScript", async () => {
    const ids = ["__proto__", "constructor", "../x", "toString"];
    const list = await translateRecords(
      JSON.parse(JSON.stringify(ids.map((id) => ({ agent: { id } })))),
      PRESENT,
    );
    expect(list.records.map(({ agent }) => agent.id)).toEqual(ids);
  });
});

describe("the same id twice", () => {
  it("is one agent: rules and skills united, first status, first field that is not blank", async () => {
    const record = await readOne(
      {
        status: 2,
        agent: { id: "a", name: " ", email: "x@y" },
        schedule: [NINE_TO_SIX],
        agent_skills: [{ id: "s" }],
      },
      {
        status: 1,
        agent: { id: "a", name: "A", email: "z@y", department: "d" },
        schedule: [rule(2, "09:00", "18:00"), 7],
        agent_skills: [{ id: "s", name: "S" }, {}],
      },
    );
    expect(record).toEqual({
      agent: {
        id: "a",
        name: "A",
        avatarUrl: null,
        email: "x@y",
        department: "d",
        company: null,
        status: "offline",
        skillIds: ["s"],
        week: [
          [540, 1080],
          [D + 540, D + 1080],
        ],
        notes: ["unknown-weekday", "unreadable-time", "duplicate-agent"],
      },
      skills: [{ id: "s", name: "S", isDefault: false }],
      setAside: { rules: 1, skills: 1 },
    });
  });

  it("has a schedule when any copy has one, and an overlap when the copies overlap", async () => {
    const bare = { agent: { id: 1, name: "A" } };
    const full = { agent: { id: "1", name: "A" }, schedule: [NINE_TO_SIX] };
    expect((await readOne(bare, full)).agent.notes).toEqual(["duplicate-agent"]);
    expect((await readOne(full, full)).agent.notes).toEqual(["overlap", "duplicate-agent"]);
    expect((await readOne(bare, bare)).agent.notes).toEqual(["no-schedule", "duplicate-agent"]);
  });

  it("keeps the place of the first", async () => {
    const ids = ["b", "a", "b", "c", "a"];
    const list = await translateRecords(
      ids.map((id) => ({ agent: { id } })),
      PRESENT,
    );
    expect(list.records.map(({ agent }) => agent.id)).toEqual(["b", "a", "c"]);
  });
});

describe("skills", () => {
  const skillsOf = async (...agent_skills: readonly unknown[]) => {
    const { agent, skills, setAside } = await withAgent({}, { agent_skills });
    expect(agent.skillIds).toEqual(skills.map(({ id }) => id));
    return { skills, setAside: setAside.skills };
  };

  it("without an id are set aside and counted", async () => {
    expect(await skillsOf({ name: "x" }, null, 7, { id: "" }, { id: "s", name: "S" })).toEqual({
      skills: [{ id: "s", name: "S", isDefault: false }],
      setAside: 4,
    });
  });

  it("without a name are called by their id", async () => {
    expect((await skillsOf({ id: 7 }, { id: "s", name: " " })).skills).toEqual([
      { id: "7", name: "7", isDefault: false },
      { id: "s", name: "s", isDefault: false },
    ]);
  });

  it("that are repeated count once, with the first real name, default if any says so", async () => {
    const { skills } = await skillsOf(
      { id: "s" },
      { id: "s", name: "S" },
      { id: "s", name: "T", is_default: true },
    );
    expect(skills).toEqual([{ id: "s", name: "S", isDefault: true }]);
  });

  it("are a default only where Feishu says true", async () => {
    const { skills } = await skillsOf(
      { id: "a", is_default: "true" },
      { id: "b", is_default: 1 },
      { id: "c", is_default: true },
    );
    expect(skills.map(({ isDefault }) => isDefault)).toEqual([false, false, true]);
  });

  it.each([null, undefined, {}, "x", 7])(
    "%j is no list of skills, and nothing is counted",
    async (agent_skills) => {
      expect((await withAgent({}, { agent_skills })).setAside.skills).toBe(0);
    },
  );
});

it("lets others have their turn while it reads ten thousand", async () => {
  const records = makeDeskRecords(10_000, 8).list("present", Date.parse("2026-11-19T17:20:00+08:00"));
  let turns = 0;
  let isDone = false;
  const count = () => {
    turns++;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  const list = await translateRecords(records, PRESENT);
  isDone = true;
  expect(list.records).toHaveLength(10_000);
  expect(turns).toBeGreaterThanOrEqual(2 * Math.floor(10_000 / 250));
});
