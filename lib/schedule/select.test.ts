import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { absencesByLeave } from "./absence.ts";
import { makeExpander } from "./expand.ts";
import {
  type Grouping,
  listSelected,
  lookAt,
  NO_FILTERS,
  prepareAgents,
  type SelectQuery,
  selectAgents,
} from "./select.ts";
import { agent } from "./testing/agents.ts";
import { at, date } from "./testing/dates.ts";
import { type Agent, asInstant, type Skill, STATUSES, type WeekBlock } from "./types.ts";

/** Monday morning on the desk's clock. */
const now = at("2026-11-23T10:00+08:00");
const expand = makeExpander("Asia/Shanghai", { startAt: now, endAt: asInstant(now + 60_000) });
const MORNING: readonly WeekBlock[] = [[540, 720]];
const EVENING: readonly WeekBlock[] = [[1080, 1320]];
const skills: readonly Skill[] = [
  { id: "en", name: "英语", isDefault: false },
  { id: "net", name: "网络", isDefault: false },
  { id: "all", name: "全部技能", isDefault: true },
];
const DEFAULT: SelectQuery = {
  ...NO_FILTERS,
  group: "none",
  sort: "name",
};
const AGENTS: readonly Agent[] = [
  agent("ann", { department: "sales", skillIds: ["en", "net"], week: MORNING, company: "A" }),
  agent("bob", { department: "support", skillIds: ["en"], week: MORNING, status: "offline" }),
  agent("cat", { department: "support", skillIds: ["net"], week: EVENING, status: "off_duty" }),
  agent("dan", { department: null, skillIds: [], week: [], status: "unknown" }),
  agent("eve", { department: "support", skillIds: ["all", "gone"], week: MORNING, status: "removed" }),
];

const select = (query: Partial<SelectQuery>, agents = AGENTS) =>
  selectAgents(prepareAgents({ agents, skills }, expand), { ...DEFAULT, ...query }, { now, skills });
const shownIds = (query: Partial<SelectQuery>) => listSelected(select(query)).map(({ id }) => id);

describe("filters", () => {
  it.each<[string, Partial<SelectQuery>, string[]]>([
    ["nothing asked: all but removed", {}, ["ann", "bob", "cat", "dan"]],
    ["statuses", { status: ["removed", "offline"] }, ["bob", "eve"]],
    ["every status", { status: STATUSES }, ["ann", "bob", "cat", "dan", "eve"]],
    ["any skill", { skill: ["en", "net"] }, ["ann", "bob", "cat"]],
    ["all skills", { skill: ["en", "net"], match: "all" }, ["ann"]],
    ["a skill nobody has", { skill: ["none"] }, []],
    ["departments", { department: ["sales", "none"] }, ["ann"]],
    ["on shift now", { on: true }, ["ann", "bob"]],
    ["nobody removed is on shift", { on: true, status: ["removed"] }, []],
    ["one way in which plan and status disagree", { exception: ["offline-on-shift"] }, ["bob"]],
    [
      "several, the removed among them without being asked for",
      { exception: ["removed-scheduled", "offline-on-shift"] },
      ["bob", "eve"],
    ],
    ["a kind that a status rules out", { exception: ["removed-scheduled"], status: ["online"] }, []],
    ["a kind that nobody shows", { exception: ["online-off-shift"] }, []],
    ["a search for a skill's name", { q: "英语" }, ["ann", "bob"]],
    [
      "everything at once",
      { q: "b", on: true, skill: ["en"], department: ["support"], status: ["offline"] },
      ["bob"],
    ],
  ])("%s", (_what, query, ids) => {
    expect(shownIds(query)).toEqual(ids);
    expect(select(query)).toMatchObject({ shown: ids.length, total: AGENTS.length });
  });
});

describe("groups", () => {
  const groupsOf = (query: Partial<SelectQuery>) =>
    select(query).groups.map(({ key, agents, onShift, online }) => [key, agents.length, onShift, online]);

  it.each<[Grouping, unknown[][]]>([
    ["none", [[null, 4, 2, 1]]],
    [
      "department",
      [
        ["support", 2, 1, 0],
        ["sales", 1, 1, 1],
        [null, 1, 0, 0],
      ],
    ],
    [
      "status",
      [
        ["online", 1, 1, 1],
        ["offline", 1, 1, 0],
        ["off_duty", 1, 0, 0],
        ["unknown", 1, 0, 0],
      ],
    ],
    [
      "skill",
      [
        ["net", 2, 1, 1],
        ["en", 2, 2, 1],
        [null, 1, 0, 0],
      ],
    ],
    [
      "company",
      [
        ["A", 1, 1, 1],
        [null, 3, 1, 0],
      ],
    ],
  ])("by %s", (group, groups) => {
    expect(groupsOf({ group })).toEqual(groups);
  });

  it("keep their order while filters change what they hold", () => {
    expect(groupsOf({ group: "department", q: "ann" })).toEqual([["sales", 1, 1, 1]]);
    // As many of sales are shown as of support, but support has one more who was removed.
    const agents = [...AGENTS, agent("fay", { department: "sales" })];
    const order = select({ group: "department" }, agents).groups.map(({ key }) => key);
    expect(order).toEqual(["support", "sales", null]);
  });

  it("show an agent under each skill, and count and list them once", () => {
    const selection = select({ group: "skill", skill: ["en"] });
    expect(selection.groups.map(({ key }) => key)).toEqual(["net", "en"]);
    expect(selection.shown).toBe(2);
    expect(listSelected(selection).map(({ id }) => id)).toEqual(["ann", "bob"]);
  });

  it("of an empty roster or an empty answer are none", () => {
    expect(select({}, [])).toEqual({ groups: [], shown: 0, onShift: 0, total: 0 });
    expect(select({ q: "nobody" })).toEqual({ groups: [], shown: 0, onShift: 0, total: 5 });
  });
});

describe("lookAt", () => {
  it.each([
    ["ann", true, null],
    ["bob", true, "offline-on-shift"],
    ["cat", false, null],
    ["eve", false, "removed-scheduled"],
  ])("%s", (id, onShift, exception) => {
    const view = prepareAgents({ agents: AGENTS, skills }, expand).find((one) => one.agent.id === id);
    expect(view && lookAt(view, now)).toMatchObject({ onShift, exception });
  });
});

describe("whatever is asked", () => {
  const queries = fc.record({
    status: fc.subarray([...STATUSES]),
    skill: fc.subarray(["en", "net", "all", "none"]),
    match: fc.constantFrom("any", "all"),
    department: fc.subarray(["sales", "support"]),
    q: fc.constantFrom("", "a", "英"),
    on: fc.boolean(),
    group: fc.constantFrom<Grouping>("none", "department", "status", "skill", "company"),
    sort: fc.constantFrom("attention", "name", "start", "hours"),
  });

  it("the grouping changes who stands where, never who is shown", () => {
    fc.assert(
      fc.property(queries, (query) => {
        const flat = select({ ...query, group: "none" });
        const grouped = select(query);
        expect(new Set(listSelected(grouped))).toEqual(new Set(listSelected(flat)));
        expect(grouped.shown).toBe(listSelected(grouped).length);
        expect(grouped.groups.every(({ agents }) => agents.length > 0)).toBe(true);
      }),
    );
  });

  it("asking for more shows no more", () => {
    fc.assert(
      fc.property(queries, (query) => {
        const all = shownIds({ ...query, q: "", on: false, skill: [], department: [] });
        expect(all).toEqual(expect.arrayContaining(shownIds(query)));
      }),
    );
  });
});

describe("prepareAgents", () => {
  it("counts nobody who is on leave as on shift, nor as missing", () => {
    const leave = [{ agent: "bob", from: date("2026-11-23"), to: date("2026-11-23"), note: null }];
    const seenOf = (absencesOf?: ReturnType<typeof absencesByLeave>) =>
      prepareAgents({ agents: AGENTS, skills }, expand, absencesOf)
        .map((view) => lookAt(view, now))
        .filter(({ agent: { id } }) => id === "bob")
        .map(({ onShift, exception }) => [onShift, exception]);
    expect(seenOf()).toEqual([[true, "offline-on-shift"]]);
    expect(seenOf(absencesByLeave(leave, "Asia/Shanghai"))).toEqual([[false, null]]);
  });
});
