import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { z } from "zod/mini";
import type { CoveragePlan } from "#lib/schedule/coverage-plan.ts";
import { readLocalDate } from "#lib/schedule/week.ts";
import type { Check } from "./check.ts";
import { embedSessionSchema, embedSiteSchema } from "./embed.ts";
import { isEmbedSession, isEmbedSite } from "./embed-check.ts";
import { feedsSchema, madeFeedSchema } from "./feeds.ts";
import { isFeeds, isMadeFeed } from "./feeds-check.ts";
import type { AgentJson, RosterChange, RosterJson } from "./roster.ts";
import { isRoster, isRosterChange } from "./roster-check.ts";
import { rosterChangeSchema, rosterSchema } from "./roster-schema.ts";

/** What the browser checks by hand is what the schemas of the same answers let through, and nothing else. */

const AGENT: AgentJson = {
  id: "ou_1",
  name: "张三",
  avatarUrl: "https://cdn.example/a.png",
  email: null,
  department: "Sales",
  company: null,
  status: "off_duty",
  statusSince: "2026-11-19T09:20:00.000Z",
  skillIds: ["s1"],
  week: [
    [540, 720],
    [780, 1080],
  ],
  notes: ["overlap"],
  sortKey: "zhang san",
  searchKeys: "zhangsan zs",
};
const ROSTER: RosterJson = {
  desk: { key: "main", name: "Desk", timeZone: "Asia/Shanghai" },
  freshness: "stale",
  problem: { code: "timeout", since: "2026-11-19T09:20:00.000Z", logId: "log" },
  skills: [{ id: "s1", name: "Billing", isDefault: true }],
  agents: [AGENT, { ...AGENT, id: "ou_2", week: [], notes: [], skillIds: [] }],
  setAside: { agents: 1, rules: 0, skills: 0 },
};
const CHANGE: RosterChange = {
  since: "v1",
  changed: [{ id: "ou_2", status: "online", week: [[0, 60]] }],
  came: [AGENT],
  left: ["ou_3"],
  freshness: "fresh",
  problem: null,
};
const day = (text: string) => {
  const date = readLocalDate(text);
  if (date === undefined) throw new Error(`${text} is no date`);
  return date;
};
const PLAN: CoveragePlan = {
  openingHours: [{ weekdays: [1, 5], start: 540, end: 1080 }],
  minimums: [{ skill: null, rule: { weekdays: [7], start: 1320, end: 360 }, agents: 2 }],
  holidays: [{ date: day("2026-10-01"), name: "National Day" }],
  workdays: [{ date: day("2026-10-10"), like: 5, name: null }],
  leave: [{ agent: "ou_1", from: day("2026-11-23"), to: day("2026-11-25"), note: "trip" }],
};
const FEED = { id: "f1", desk: "main", agent: null, skill: "s1", department: null };

const PAIRS: readonly (readonly [string, z.ZodMiniType, Check<unknown>, unknown])[] = [
  ["a roster", rosterSchema, isRoster, ROSTER],
  ["a change of it", rosterChangeSchema, isRosterChange, CHANGE],
  ["an embed session", embedSessionSchema, isEmbedSession, { bearer: "abc", expiresIn: 900 }],
  [
    "an embed site",
    embedSiteSchema,
    isEmbedSite,
    { desks: [ROSTER.desk], plans: { main: PLAN }, expiresIn: null },
  ],
  ["a made subscription", madeFeedSchema, isMadeFeed, { id: "f1", url: "https://rota.example/f1.ics" }],
  [
    "the subscriptions",
    feedsSchema,
    isFeeds,
    { feeds: [{ ...FEED, createdAt: "2026-11-19T09:20:00.000Z", createdBy: null }] },
  ],
];

type Path = readonly (string | number)[];

/** Every place in a JSON value, the whole first. */
function placesIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  return [path, ...[...keys].flatMap((key) => placesIn(Reflect.get(value, key), [...path, key]))];
}

const MISSING = Symbol("missing");
const STRANGE = [
  MISSING,
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 60,
  8,
  "",
  "x",
  "2026-02-30",
  "2026-02-30T00:00:00Z",
  "2026-01-01T24:00:00Z",
  "2026-01-01T10:00Z",
  [],
  [1, 2],
  [1, 2, 3],
  {},
];

/** The same JSON with something else in one place, or nothing. */
function breakAt(value: unknown, [key, ...rest]: Path, strange: unknown): unknown {
  if (key === undefined) return strange;
  const copy: unknown = structuredClone(value);
  if (typeof copy !== "object" || copy === null) return copy;
  const inside = breakAt(Reflect.get(copy, key), rest, strange);
  if (inside !== MISSING) Reflect.set(copy, key, inside);
  else if (Array.isArray(copy)) copy.splice(Number(key), 1);
  else Reflect.deleteProperty(copy, key);
  return copy;
}

describe.each(PAIRS)("%s", (_, schema, check, sample) => {
  test("is one for both", () => {
    expect(schema.safeParse(sample).success).toBe(true);
    expect(check(sample)).toBe(true);
  });

  test("broken in any place, is refused by both or by neither", () => {
    let refused = 0;
    for (const place of placesIn(sample)) {
      for (const strange of STRANGE) {
        const broken = breakAt(sample, place, strange === MISSING && place.length === 0 ? null : strange);
        const expected = schema.safeParse(broken).success;
        expect(check(broken), `${place.join(".")} = ${String(JSON.stringify(strange))}`).toBe(expected);
        if (!expected) refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(placesIn(sample).length * 5);
  });

  test("any other JSON is none", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(check(json)).toBe(schema.safeParse(json).success);
      }),
    );
  });
});

test("fields that nobody knows yet do not make it another thing", () => {
  expect(isRoster({ ...ROSTER, more: 1, agents: [{ ...AGENT, more: 1 }] })).toBe(true);
});
