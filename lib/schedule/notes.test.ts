import { describe, expect, it } from "vitest";
import { NOTE_CODES, NOTE_SEVERITY, noteRoster, type RosterNote } from "./notes.ts";
import { agent } from "./testing/agents.ts";
import { type Agent, WEEK_MINUTES, type WeekBlock } from "./types.ts";

const SKILLS = [
  { id: "en", name: "英语", isDefault: false },
  { id: "all", name: "全部技能", isDefault: true },
];
/** An agent about whom there is nothing to say. */
const fine = (id: string, given: Partial<Agent> = {}) =>
  agent(id, {
    department: "support",
    skillIds: ["en"],
    week: [[540, 1080]],
    email: `${id}@rota.example`,
    ...given,
  });
const codesOf = (...agents: Agent[]) =>
  noteRoster(agents, SKILLS).map(({ agent: id, code }) => `${id} ${code}`);
const days = (start: number, end: number, count: number): WeekBlock[] =>
  Array.from({ length: count }, (_, i): WeekBlock => [i * 1440 + start, i * 1440 + end]);

describe("noteRoster", () => {
  it("has nothing to say of an agent who is fine", () => {
    expect(codesOf(fine("ann"), fine("bob"))).toEqual([]);
  });

  it.each<[RosterNote, Partial<Agent>]>([
    [
      "minute-apart",
      {
        week: [
          [540, 720],
          [721, 1080],
        ],
      },
    ],
    [
      "minute-apart",
      {
        week: [
          [0, 60],
          [600, WEEK_MINUTES - 1],
        ],
      },
    ],
    ["round-the-clock", { week: [[0, WEEK_MINUTES]] }],
    ["long-week", { week: [...days(0, 600, 6), [9000, 9001]] }],
    ["no-skill", { skillIds: [] }],
    ["only-default-skill", { skillIds: ["all"] }],
    ["no-department", { department: null }],
    ["removed-scheduled", { status: "removed" }],
    ["online-no-hours", { week: [] }],
  ])("%s", (code, given) => {
    const notes = codesOf(fine("ann", given));
    expect(notes).toContain(`ann ${code}`);
    if (code !== "minute-apart") expect(notes).toEqual([`ann ${code}`]);
  });

  it.each<[string, Partial<Agent>]>([
    [
      "blocks two minutes apart",
      {
        week: [
          [540, 720],
          [722, 1080],
        ],
      },
    ],
    ["one block alone in its week", { week: [[0, 60]] }],
    ["exactly sixty hours", { week: days(0, 600, 6) }],
    ["a default skill beside another", { skillIds: ["all", "en"] }],
    ["nobody's hours while off duty", { status: "off_duty", week: [] }],
    ["removed, with nothing left", { status: "removed", week: [], skillIds: [], department: null }],
    ["no email", { email: null }],
  ])("nothing of %s", (_what, given) => {
    expect(codesOf(fine("ann", given))).toEqual([]);
  });

  it("finds an email that two agents share, whatever its case, and none of those who left", () => {
    const email = "Desk@rota.example";
    expect(codesOf(fine("ann", { email }), fine("bob", { email: email.toLowerCase() }), fine("cat"))).toEqual(
      ["ann duplicate-email", "bob duplicate-email"],
    );
    const gone = fine("bob", { email, status: "removed", week: [] });
    expect(codesOf(fine("ann", { email }), gone)).toEqual([]);
  });

  it("passes on what the record said", () => {
    expect(codesOf(fine("ann", { notes: ["overlap", "unknown-weekday"] }))).toEqual([
      "ann unknown-weekday",
      "ann overlap",
    ]);
  });

  it("puts the gravest first, then goes by code, then by the roster's order", () => {
    const agents = [
      fine("zoe", { department: null }),
      fine("bob", { skillIds: [], notes: ["overlap"] }),
      fine("ann", { skillIds: [], department: null }),
    ];
    expect(codesOf(...agents)).toEqual([
      "bob no-skill",
      "ann no-skill",
      "bob overlap",
      "zoe no-department",
      "ann no-department",
    ]);
  });
});

describe("notes as a whole", () => {
  it("have a severity each, and no code twice", () => {
    expect(new Set(NOTE_CODES).size).toBe(NOTE_CODES.length);
    expect(Object.keys(NOTE_SEVERITY).toSorted()).toEqual([...NOTE_CODES].toSorted());
  });

  it("of rules are the agent's own, or what the asker knows of them", () => {
    const agents = [fine("ann", { ruleNotes: ["group-overlaps-day"] }), fine("bob")];
    expect(codesOf(...agents)).toEqual(["ann group-overlaps-day"]);
    const known = noteRoster(agents, SKILLS, ({ id }) => (id === "bob" ? ["overnight-meets-next"] : []));
    expect(known).toEqual([{ agent: "bob", code: "overnight-meets-next", severity: "low" }]);
  });
});
