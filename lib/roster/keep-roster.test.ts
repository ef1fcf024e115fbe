import { expect, test } from "vitest";
import type { Roster } from "#lib/schedule/types.ts";
import { doAtOnce } from "#lib/turns.ts";
import { keepRoster } from "./keep-roster.ts";
import { mergeRoster } from "./merge.ts";
import type { ReadAgent } from "./ports.ts";
import { listOf } from "./testing/scripted-desk.ts";

const DESK = { key: "main", name: "Helpdesk", timeZone: "Asia/Shanghai" };
const TEAM = [
  { id: "a", name: "Anna" },
  { id: "b", name: "Ben" },
  { id: "c", name: "Cleo" },
];
const rosterOf = (...team: readonly Partial<ReadAgent>[]): Roster =>
  doAtOnce(mergeRoster(DESK, listOf(...team), listOf()));

test("the first roster is itself", () => {
  const roster = rosterOf(...TEAM);
  expect(doAtOnce(keepRoster(null, roster))).toBe(roster);
});

test("nothing new is the old roster", () => {
  const before = rosterOf(...TEAM);
  expect(doAtOnce(keepRoster(before, rosterOf(...TEAM)))).toBe(before);
});

test("only who changed is a new object", () => {
  const before = rosterOf(...TEAM);
  const after = doAtOnce(
    keepRoster(before, rosterOf({ id: "a", name: "Anna", status: "offline" }, ...TEAM.slice(1))),
  );
  expect(after).not.toBe(before);
  expect(after.agents.map((agent, index) => agent === before.agents[index])).toEqual([false, true, true]);
  expect(after.agents[0]?.status).toBe("offline");
});

test.each<readonly [string, (roster: Roster) => Roster]>([
  ["somebody leaves", (roster) => ({ ...roster, agents: roster.agents.slice(1) })],
  [
    "somebody comes",
    (roster) => ({ ...roster, agents: [...roster.agents, ...rosterOf({ id: "z" }).agents] }),
  ],
  ["the order changes", (roster) => ({ ...roster, agents: roster.agents.toReversed() })],
  ["a skill is renamed", (roster) => ({ ...roster, skills: [{ id: "s", name: "New", isDefault: false }] })],
  ["a record is set aside", (roster) => ({ ...roster, setAside: { ...roster.setAside, agents: 1 } })],
  ["the desk moves", (roster) => ({ ...roster, desk: { ...roster.desk, timeZone: "Europe/Berlin" } })],
])("where %s it is a new roster of the new content", (_, change) => {
  const before = rosterOf(...TEAM);
  const after = change(rosterOf(...TEAM));
  const kept = doAtOnce(keepRoster(before, after));
  expect(kept).not.toBe(before);
  expect(kept).toEqual(after);
});
