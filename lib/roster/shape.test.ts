import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CoveragePlan } from "#lib/schedule/coverage-plan.ts";
import { date } from "#lib/schedule/testing/dates.ts";
import { NO_RULES } from "#lib/schedule/testing/desks.ts";
import type { Roster } from "#lib/schedule/types.ts";
import { doAtOnce } from "#lib/turns.ts";
import { createDocuments } from "./documents.ts";
import { mergeRoster } from "./merge.ts";
import {
  keyOfShape,
  type RosterScope,
  type RosterShape,
  seesDesk,
  shapePlan,
  shapeRoster,
  WHOLE,
} from "./shape.ts";
import { recordOf } from "./testing/scripted-desk.ts";

const DESK = { key: "main", name: "Helpdesk", timeZone: "Asia/Shanghai" };
const EN = { id: "en", name: "English", isDefault: false };
const VPN = { id: "vpn", name: "VPN", isDefault: false };
const ALL = { id: "all", name: "Anything", isDefault: true };

const roster: Roster = doAtOnce(
  mergeRoster(
    DESK,
    {
      records: [
        recordOf(
          { id: "ann", name: "Ann", email: "ann@corp.example", department: "IT", skillIds: ["en", "vpn"] },
          { skills: [EN, VPN] },
        ),
        recordOf(
          { id: "ben", name: "Ben", email: "ben@corp.example", department: "HR", skillIds: ["en"] },
          { skills: [EN] },
        ),
        recordOf(
          { id: "cyd", name: "Cyd", email: "cyd@corp.example", department: null, skillIds: ["all"] },
          { skills: [ALL] },
        ),
      ],
      setAsideAgents: 0,
    },
    { records: [], setAsideAgents: 0 },
  ),
);
const scopeOf = (more: Partial<RosterScope>): RosterShape => ({
  role: "viewer",
  scope: { desk: null, skills: null, departments: null, ...more },
});
const VIEWER: RosterShape = { role: "viewer", scope: null };
const idsOf = ({ agents }: Roster) => agents.map(({ id }) => id);

describe("a roster", () => {
  test("is whole for managers and admins", () => {
    expect(shapeRoster(roster, WHOLE)).toBe(roster);
    expect(shapeRoster(roster, { role: "admin", scope: null })).toBe(roster);
  });

  test("has no email for a viewer, in no field", () => {
    const shaped = shapeRoster(roster, VIEWER);
    expect(idsOf(shaped)).toEqual(idsOf(roster));
    expect(JSON.stringify(shaped)).not.toMatch(/corp|@/);
  });

  test.each([
    [{ skills: ["vpn"] }, ["ann"], ["vpn"]],
    [{ skills: ["en", "none"] }, ["ann", "ben"], ["en"]],
    [{ departments: ["HR"] }, ["ben"], ["en"]],
    [{ skills: ["en"], departments: ["IT"] }, ["ann"], ["en"]],
    [{ skills: [] }, [], []],
    [{ departments: ["null", ""] }, [], []],
    [{ desk: "main" }, ["ann", "ben", "cyd"], ["en", "vpn", "all"]],
  ])("narrowed to %j", (scope, agents, skills) => {
    const shaped = shapeRoster(roster, scopeOf(scope));
    expect(idsOf(shaped)).toEqual(agents);
    expect(new Set(shaped.skills.map(({ id }) => id))).toEqual(new Set(skills));
    const held = shaped.agents.flatMap(({ skillIds }) => skillIds);
    expect(held.filter((id) => !skills.includes(id))).toEqual([]);
  });

  test("a scope never shows more than no scope", () => {
    const list = fc.option(fc.subarray(["en", "vpn", "all", "IT", "HR", ""]));
    fc.assert(
      fc.property(list, list, (skills, departments) => {
        const shaped = shapeRoster(roster, scopeOf({ skills, departments }));
        const whole = idsOf(roster);
        expect(idsOf(shaped).filter((id) => !whole.includes(id))).toEqual([]);
        expect(shaped.agents.every(({ email }) => email === null)).toBe(true);
      }),
    );
  });
});

describe("a plan", () => {
  const rule = { weekdays: [1] as const, start: 540, end: 600 };
  const leaveOf = (agent: string) => ({
    agent,
    from: date("2026-11-23"),
    to: date("2026-11-24"),
    note: "surgery",
  });
  const plan: CoveragePlan = {
    ...NO_RULES,
    leave: [leaveOf("ann"), leaveOf("ben")],
    minimums: [
      { skill: "vpn", rule, agents: 1 },
      { skill: "all", rule, agents: 1 },
      { skill: null, rule, agents: 5 },
    ],
  };

  test("is whole for a manager; a viewer does not learn why somebody is away", () => {
    expect(shapePlan(plan, WHOLE, roster)).toBe(plan);
    const leave = plan.leave.map((one) => ({ ...one, note: null }));
    expect(shapePlan(plan, VIEWER, roster)).toEqual({ ...plan, leave });
  });

  test("names nobody whom a scope hides, and no minimum that it cannot judge", () => {
    const shape = scopeOf({ departments: ["IT"] });
    const shown = shapePlan(plan, shape, shapeRoster(roster, shape));
    expect(shown.leave).toEqual([{ ...leaveOf("ann"), note: null }]);
    expect(shown.minimums).toEqual([{ skill: "vpn", rule, agents: 1 }]);
    expect(shapePlan(plan, shape, null).leave).toEqual([]);
  });
});

test("a scope's desk hides the others", () => {
  expect(seesDesk(WHOLE, "main")).toBe(true);
  expect(seesDesk(scopeOf({}), "main")).toBe(true);
  expect([seesDesk(scopeOf({ desk: "main" }), "main"), seesDesk(scopeOf({ desk: "main" }), "it")]).toEqual([
    true,
    false,
  ]);
});

test("no two shapes share a document or a tag", async () => {
  const shapes = [
    WHOLE,
    { role: "admin", scope: null } as const,
    VIEWER,
    scopeOf({}),
    scopeOf({ desk: "main" }),
    scopeOf({ skills: ["main"] }),
    scopeOf({ departments: ["main"] }),
  ];
  const documents = createDocuments();
  const served = { roster, freshness: "fresh", problem: null } as const;
  const made = await Promise.all(shapes.map((shape) => documents(served, shape)));
  const tags = made.map(({ etag }) => etag);
  expect(new Set(tags).size).toBe(shapes.length);
  expect(new Set(shapes.map(keyOfShape)).size).toBe(shapes.length);
});
