import { describe, expect, it } from "vitest";
import { NINE_TO_SIX, readOne, rule } from "./testing/records.ts";
import { gatherRecords, type ReadCopy, translateRecord, translateRecords } from "./translate.ts";

/** The table of product.md, section 2, row by row: agents and skills. Its rules: read-schedule.test.ts. */

const PRESENT = { removed: false };
const D = 1440;
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

  it("ten thousand times costs a few looks at each rule, whatever the rules are", async () => {
    let looks = 0;
    const counted = (read: ReadCopy): ReadCopy => {
      const rules = read.copy.schedule.rules.map(({ weekdays, start, end }) => ({
        weekdays,
        get start() {
          looks++;
          return start;
        },
        end,
      }));
      return { ...read, copy: { ...read.copy, schedule: { ...read.copy.schedule, rules } } };
    };
    // Nights whose next day is free, beside others: every night has to be held against every morning.
    const schedule = [1, 3, 5].map((day) => rule(day, "22:00", "06:00")).concat(rule(9, "07:00", "08:00"));
    const items = Array.from({ length: 10_000 }, (_, i) =>
      translateRecord({ agent: { id: "a", email: `${i}@x` }, schedule }, PRESENT),
    ).flatMap((read) => (read ? [counted(read)] : []));
    const { records } = await gatherRecords({ items, setAside: 0 }, PRESENT);
    expect([items.length, records.length]).toEqual([10_000, 1]);
    expect(records[0]?.agent).toMatchObject({
      email: "0@x",
      notes: ["overlap", "duplicate-agent", "no-name"],
    });
    expect(looks).toBeLessThan(items.length * schedule.length * 20);
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
