import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it, test } from "vitest";
import { DEFAULT_VIEW, type View } from "#lib/contract/view.ts";
import type { CoveragePlan } from "#lib/schedule/coverage-plan.ts";
import { at, date } from "#lib/schedule/testing/dates.ts";
import { NO_RULES } from "#lib/schedule/testing/desks.ts";
import { createChanges } from "./changes.ts";
import { createDocuments } from "./documents.ts";
import { exportRoster } from "./export-roster.ts";
import type { ReadAgent } from "./ports.ts";
import { fail, openFeed } from "./testing/open-feed.ts";
import { listOf, recordOf } from "./testing/scripted-desk.ts";

/** In Shanghai, Thursday 19 November 2026, 17:20 (the clock of the tests): week minute 5360. */
const AGENTS: readonly Partial<ReadAgent>[] = [
  { id: "ou_li", name: "李四", department: "Net", week: [[5000, 5360]], skillIds: ["sk_net"] },
  { id: "ou_wu", name: "吴五", department: "Net", week: [[5360, 5400]], skillIds: ["sk_net", "sk_vpn"] },
  { id: "ou_anna", name: "Anna", department: "Desk", week: [[5000, 6000]], status: "off_duty" },
  { id: "ou_zhao", name: "赵六", department: "Net", week: [], skillIds: ["sk_vpn"] },
];
const SKILLS = ["sk_net", "sk_vpn"].map((id) => ({ id, name: id.toUpperCase(), isDefault: false }));

async function openContext(agents = AGENTS, plan: CoveragePlan | null = null) {
  const records = agents.map((agent) => recordOf(agent, { skills: SKILLS }));
  const removed = listOf({ id: "ou_gone", name: "Gone", status: "removed" });
  const present = [{ ...listOf(), records }];
  const { feed, clock } = await openFeed({ present, removed: [removed] });
  const source = { feed, documents: createDocuments(), changes: createChanges(), plan };
  return { desks: new Map([["main", source]]), clock, firstWaitMs: 1000 };
}

async function idsOf(given: Partial<View>): Promise<readonly string[]> {
  const { roster } = await exportRoster(await openContext(), { ...DEFAULT_VIEW, ...given });
  return roster.agents.map(({ id }) => id);
}

describe("exportRoster", () => {
  test.each<[string, Partial<View>, string[]]>([
    ["the largest group first, exceptions leading", {}, ["ou_li", "ou_zhao", "ou_wu", "ou_anna"]],
    ["by name", { group: "none", sort: "name" }, ["ou_anna", "ou_li", "ou_wu", "ou_zhao"]],
    ["those on shift now", { group: "none", on: true }, ["ou_anna", "ou_wu"]],
    ["removed ones when they are asked for", { status: ["removed"] }, ["ou_gone"]],
    ["a text", { q: "zhao" }, ["ou_zhao"]],
    ["a department", { department: ["Desk"] }, ["ou_anna"]],
    ["both skills", { skill: ["sk_net", "sk_vpn"], match: "all" }, ["ou_wu"]],
    [
      "each once, under whatever skills they stand",
      { group: "skill", sort: "name" },
      ["ou_li", "ou_wu", "ou_zhao", "ou_anna"],
    ],
    ["those in whom plan and status disagree", { exception: ["off-duty-on-shift"] }, ["ou_anna"]],
    ["nobody", { q: "nobody" }, []],
  ])("holds what the board shows: %s", async (_, view, ids) => expect(await idsOf(view)).toEqual(ids));

  it("takes nobody on leave for on shift", async () => {
    const today = date("2026-11-19");
    const leave = [{ agent: "ou_wu", from: today, to: today, note: null }];
    const context = await openContext(AGENTS, { ...NO_RULES, leave });
    const { roster } = await exportRoster(context, { ...DEFAULT_VIEW, on: true });
    expect(roster.agents.map(({ id }) => id)).toEqual(["ou_anna"]);
  });

  it("holds the desk, all skills, emails and the moment", async () => {
    const { roster, askedAt } = await exportRoster(await openContext(), DEFAULT_VIEW);
    expect(roster.desk).toEqual({ key: "main", name: "Helpdesk", timeZone: "Asia/Shanghai" });
    expect(roster.skills).toEqual(SKILLS);
    expect(roster.agents[0]?.email).toBe("zhangsan@acme.example");
    expect(askedAt).toBe(at("2026-11-19T17:20+08:00"));
  });

  test.each<[Partial<View>, string]>([
    [{}, "2026-11-16"],
    [{ start: "sun" }, "2026-11-15"],
    [{ week: date("2026-12-31") }, "2026-12-28"],
    [{ week: date("2026-11-22"), start: "sun" }, "2026-11-22"],
    [{ week: date("2026-11-22"), zone: "America/New_York" }, "2026-11-16"],
    [{ week: date("9999-12-26") }, "9999-12-20"],
  ])("begins with %j in the week of %s, on the desk's days", async (view, first) => {
    const { week } = await exportRoster(await openContext(), { ...DEFAULT_VIEW, ...view });
    expect([week.days[0].date, week.zone]).toEqual([first, "Asia/Shanghai"]);
  });

  it("takes the present week from the viewer's zone, as the board does", async () => {
    const context = await openContext();
    context.clock.setWallClock(at("2026-11-22T17:00Z"));
    const firstDay = async (zone: string | null) =>
      (await exportRoster(context, { ...DEFAULT_VIEW, zone })).week.days[0].date;
    expect([await firstDay(null), await firstDay("Europe/Berlin")]).toEqual(["2026-11-23", "2026-11-16"]);
  });

  test.each<[Partial<View>, string]>([
    [{ desk: "other" }, "not_found"],
    [{ skill: ["sk_net", "sk_gone"] }, "invalid"],
    [{ department: ["Desk", "Moon"] }, "invalid"],
    [{ week: date("9999-12-31") }, "invalid"],
  ])("refuses %j as %s", async (view, code) => {
    const refused = exportRoster(await openContext(), { ...DEFAULT_VIEW, ...view });
    await expect(refused).rejects.toMatchObject({ code });
  });

  it("is not available before a first roster", async () => {
    const { feed, clock } = await openFeed({ present: [fail("timeout")] });
    const desks = new Map([
      ["main", { feed, documents: createDocuments(), changes: createChanges(), plan: null }],
    ]);
    const waiting = exportRoster({ desks, clock, firstWaitMs: 1000 }, DEFAULT_VIEW);
    const [, refused] = await Promise.allSettled([clock.advance(2000), waiting]);
    expect(refused).toMatchObject({ status: "rejected", reason: { code: "upstream_unavailable" } });
  });

  it("lets others have their turn while it works on a large desk", async () => {
    const name = "名 ".repeat(90);
    const context = await openContext(Array.from({ length: 5_000 }, (_, i) => ({ id: `ou_${i}`, name })));
    let turns = 0;
    let over = false;
    const watching = (async () => {
      for (; !over; turns++) await nextTurn();
    })();
    // Long texts to search, so that no machine is done with them in a turn or two.
    const { roster } = await exportRoster(context, { ...DEFAULT_VIEW, q: "名" });
    over = true;
    await watching;
    expect(roster.agents).toHaveLength(5_000);
    expect(turns).toBeGreaterThanOrEqual(2);
  });
});
