import { describe, expect, test } from "vitest";
import { applyChange } from "#lib/contract/roster-change.ts";
import { rosterChangeSchema, rosterSchema } from "#lib/contract/roster-schema.ts";
import type { Roster } from "#lib/schedule/types.ts";
import { doAtOnce } from "#lib/turns.ts";
import { createChanges, type Version } from "./changes.ts";
import { createDocuments } from "./documents.ts";
import { keepRoster } from "./keep-roster.ts";
import { mergeRoster } from "./merge.ts";
import type { ReadAgent } from "./ports.ts";
import { type RosterShape, WHOLE } from "./shape.ts";
import { listOf } from "./testing/scripted-desk.ts";

const DESK = { key: "main", name: "Helpdesk", timeZone: "Asia/Shanghai" };
const VIEWER: RosterShape = { role: "viewer", scope: null };
const SALES: RosterShape = { role: "viewer", scope: { desk: null, skills: null, departments: ["Sales"] } };

/** As large desks are: most of a roster does not change. */
const TEAM: readonly Partial<ReadAgent>[] = Array.from({ length: 1_000 }, (_, index) => ({
  id: `ou_7d8a6e6df7621556ce0d21922b676706${String(index).padStart(4, "0")}`,
  name: `Agent ${index}`,
  department: index % 2 === 0 ? "Sales" : "Support",
}));

function rosterOf(team: readonly Partial<ReadAgent>[], before: Roster | null = null): Roster {
  return doAtOnce(keepRoster(before, doAtOnce(mergeRoster(DESK, listOf(...team), listOf()))));
}

const change = (index: number, fields: Partial<ReadAgent>) => (agent: Partial<ReadAgent>, at: number) =>
  at === index ? { ...agent, ...fields } : agent;

const documents = createDocuments();
async function versionOf(
  roster: Roster,
  shape = WHOLE,
  more: Partial<Version["served"]> = {},
): Promise<Version> {
  const served = { roster, freshness: "fresh", problem: null, ...more } as const;
  return { served, shape, document: await documents(served, shape) };
}
const nameOf = ({ document }: Version) => document.etag.slice(1, -1);
const read = (bytes: Uint8Array | null) =>
  bytes === null ? null : rosterChangeSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));

describe("since a version", () => {
  test.each([WHOLE, VIEWER, SALES])("what changed leads to the present document, for %j", async (shape) => {
    const changes = createChanges();
    const first = rosterOf(TEAM);
    const second = rosterOf(
      TEAM.map(change(3, { status: "offline" }))
        .map(change(4, { email: "other@acme.example" }))
        .map(change(6, { department: "Support" }))
        .map(change(7, { department: "Sales" }))
        .slice(2),
      first,
    );
    const [before, now] = [
      await versionOf(first, shape),
      await versionOf(second, shape, { freshness: "stale" }),
    ];
    changes.remember(before);
    const described = read(await changes.since(nameOf(before), now));
    const held = rosterSchema.parse(before.document.json);
    expect(described && applyChange(held, described)).toEqual(now.document.json);
    if (shape !== WHOLE) expect(JSON.stringify(described)).not.toContain("@");
    if (shape === SALES) expect(JSON.stringify(described)).not.toContain(TEAM[1]?.id);
  });

  test.each([WHOLE, VIEWER, SALES])(
    "hundreds who changed, came and left lead there too, for %j",
    async (shape) => {
      const changes = createChanges();
      const first = rosterOf(TEAM.slice(150));
      const moved = TEAM.slice(0, 850).map((agent, index) => ({
        ...agent,
        ...(index % 3 === 0 && { status: "offline" as const }),
        ...(index % 7 === 0 && { department: "Support" }),
        ...(index % 11 === 0 && { department: "Sales" }),
      }));
      const [before, now] = [await versionOf(first, shape), await versionOf(rosterOf(moved, first), shape)];
      changes.remember(before);
      const described = read(await changes.since(nameOf(before), now));
      expect(described?.changed.length).toBeGreaterThan(100);
      expect(described?.came.length).toBeGreaterThan(50);
      expect(described?.left.length).toBeGreaterThan(50);
      const held = rosterSchema.parse(before.document.json);
      expect(described && applyChange(held, described)).toEqual(now.document.json);
    },
  );

  test("five new statuses among a thousand agents are under 2 KB", async () => {
    const changes = createChanges();
    const first = rosterOf(TEAM);
    const moved = TEAM.map((agent, index) =>
      index % 200 === 0 ? { ...agent, status: "offline" as const } : agent,
    );
    const [before, now] = [await versionOf(first), await versionOf(rosterOf(moved, first))];
    changes.remember(before);
    const bytes = await changes.since(nameOf(before), now);
    expect(read(bytes)?.changed.length).toBe(5);
    expect(bytes?.length).toBeLessThan(2_048);
    expect(await changes.since(nameOf(before), now)).toBe(bytes);
  });
});

describe("the whole is needed", () => {
  test("for a version that was never served, or another shape's", async () => {
    const changes = createChanges();
    const roster = rosterOf(TEAM);
    const [whole, plain] = [await versionOf(roster), await versionOf(roster, VIEWER)];
    changes.remember(whole);
    changes.remember(plain);
    for (const name of ["", "nothing", nameOf(whole), `${nameOf(plain)}"`]) {
      expect(await changes.since(name, plain)).toBeNull();
    }
    expect(await changes.since(nameOf(plain), plain)).not.toBeNull();
  });

  test("where nearly everybody is another", async () => {
    const changes = createChanges();
    const first = rosterOf(TEAM);
    const [before, now] = [
      await versionOf(first),
      await versionOf(rosterOf(TEAM.map((agent) => ({ ...agent, id: `new ${agent.id}` })))),
    ];
    changes.remember(before);
    expect(await changes.since(nameOf(before), now)).toBeNull();
  });

  test("for a version that many others have followed", async () => {
    const changes = createChanges();
    const small = TEAM.slice(0, 20);
    const versions: Version[] = [];
    for (let index = 0; index < 40; index++) {
      const version = await versionOf(rosterOf(small.map(change(0, { name: `Agent ${index}` }))));
      changes.remember(version);
      versions.push(version);
    }
    const [oldest, latest] = [versions.at(0), versions.at(-1)];
    const recent = versions.at(-10);
    if (!oldest || !latest || !recent) throw new Error("no versions");
    expect(await changes.since(nameOf(oldest), latest)).toBeNull();
    expect(read(await changes.since(nameOf(recent), latest))?.changed.length).toBe(1);
  });
});
