import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { STATUSES } from "#lib/schedule/types.ts";
import type { RosterJson } from "./roster.ts";
import { applyChange, describeChange } from "./roster-change.ts";
import { rosterChangeSchema } from "./roster-schema.ts";

type AgentJson = RosterJson["agents"][number];

// Few ids, names and statuses, so that two rosters share most of their agents.
const agent: fc.Arbitrary<AgentJson> = fc.record({
  id: fc.constantFrom("a", "b", "c", "d", "e", "__proto__"),
  name: fc.constantFrom("Anna", "张三"),
  avatarUrl: fc.constant(null),
  email: fc.constantFrom(null, "a@acme.example"),
  department: fc.constantFrom(null, "Sales"),
  company: fc.constant(null),
  status: fc.constantFrom(...STATUSES),
  statusSince: fc.constantFrom(null, "2026-11-19T09:20:00.000Z"),
  skillIds: fc.subarray(["s1", "s2"]),
  week: fc.constantFrom<AgentJson["week"]>([], [[540, 1080]]),
  notes: fc.constantFrom<AgentJson["notes"]>([], ["overlap"]),
  sortKey: fc.constantFrom("anna", "zhang san", "Z"),
  searchKeys: fc.constant("x"),
});
const roster: fc.Arbitrary<RosterJson> = fc.record({
  desk: fc
    .constantFrom("Shanghai", "Berlin")
    .map((name) => ({ key: "main", name, timeZone: "Asia/Shanghai" })),
  freshness: fc.constantFrom("fresh", "stale"),
  problem: fc.constantFrom(null, { code: "timeout" as const, since: "2026-11-19T09:20:00.000Z" }),
  skills: fc.constantFrom([], [{ id: "s1", name: "Billing", isDefault: false }]),
  agents: fc.uniqueArray(agent, { selector: ({ id }) => id, maxLength: 6 }).map(inOrder),
  setAside: fc.record({ agents: fc.nat(1), rules: fc.nat(1), skills: fc.nat(1) }),
});

function inOrder(agents: readonly AgentJson[]): AgentJson[] {
  const place = ({ sortKey, id }: AgentJson) => `${sortKey}\0${id}`;
  return agents.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}

/** As it comes out of the wire. */
const sent = (since: string, before: RosterJson, after: RosterJson) =>
  rosterChangeSchema.parse(JSON.parse(JSON.stringify(describeChange(since, before, after))));

describe("a change", () => {
  test("leads from any roster to any other, field for field", () => {
    fc.assert(
      fc.property(roster, roster, (before, after) => {
        const made = applyChange(before, sent("v1", before, after));
        expect(JSON.stringify(made)).toBe(JSON.stringify(after));
      }),
    );
  });

  test("leads through a day of rosters, and touches nobody who stays the same", () => {
    fc.assert(
      fc.property(fc.array(roster, { minLength: 2, maxLength: 8 }), ([first, ...rosters]) => {
        let held = first;
        for (const next of rosters) {
          if (held === undefined) return;
          const made = applyChange(held, sent("v", held, next));
          expect(made).toEqual(next);
          for (const old of held.agents) {
            const now = made?.agents.find(({ id }) => id === old.id);
            if (JSON.stringify(now) === JSON.stringify(old)) expect(now).toBe(old);
          }
          held = made ?? undefined;
        }
      }),
    );
  });

  test("says only what is new", () => {
    const [before] = fc.sample(roster, { numRuns: 1, seed: 1 });
    const [anna] = fc.sample(agent, { numRuns: 1, seed: 1 });
    if (before === undefined || anna === undefined) throw new Error("no sample");
    const quiet = { ...before, agents: [{ ...anna, status: "online" as const }] };
    const after = { ...quiet, agents: [{ ...anna, status: "offline" as const }] };
    expect(describeChange("v1", quiet, quiet)).toEqual({ since: "v1", changed: [], came: [], left: [] });
    expect(describeChange("v1", quiet, after).changed).toEqual([{ id: anna.id, status: "offline" }]);
  });
});

test.each([
  ["somebody unknown changed", { changed: [{ id: "nobody", status: "online" as const }] }],
  ["somebody unknown left", { left: ["nobody"] }],
])("a change does not fit where %s", (_, part) => {
  const [before] = fc.sample(roster, { numRuns: 1, seed: 2 });
  if (before === undefined) throw new Error("no sample");
  expect(applyChange(before, { since: "v1", changed: [], came: [], left: [], ...part })).toBeNull();
});
