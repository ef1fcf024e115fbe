import { expect, test } from "vitest";
import type { RosterJson } from "#lib/contract/roster.ts";
import { keepUnchanged } from "./keep-unchanged.ts";

const agent = (id: string, status: "online" | "offline"): RosterJson["agents"][number] => ({
  id,
  name: id,
  avatarUrl: null,
  email: null,
  department: null,
  company: null,
  status,
  statusSince: null,
  skillIds: ["s1"],
  week: [[540, 1080]],
  notes: [],
  sortKey: id,
  searchKeys: id,
});
const roster = (agents: RosterJson["agents"], skillName = "Billing"): RosterJson => ({
  desk: { key: "main", name: "Desk", timeZone: "Asia/Shanghai" },
  freshness: "fresh",
  problem: null,
  skills: [{ id: "s1", name: skillName, isDefault: false }],
  agents,
  setAside: { agents: 0, rules: 0, skills: 0 },
});

test("only a changed agent is a new object", () => {
  const before = roster([agent("a", "online"), agent("b", "online")]);
  const after = keepUnchanged(before, roster([agent("a", "online"), agent("b", "offline")]));
  expect(after.agents[0]).toBe(before.agents[0]);
  expect(after.agents[1]).not.toBe(before.agents[1]);
  expect(after.agents[1]?.status).toBe("offline");
  expect(after.skills).toBe(before.skills);
});

test("who left is gone, who came is there, in the new order", () => {
  const before = roster([agent("a", "online"), agent("b", "online")]);
  const after = keepUnchanged(before, roster([agent("c", "online"), agent("a", "online")]));
  expect(after.agents.map(({ id }) => id)).toEqual(["c", "a"]);
  expect(after.agents[1]).toBe(before.agents[0]);
});

test("a renamed skill is not kept", () => {
  const before = roster([]);
  expect(keepUnchanged(before, roster([], "Refunds")).skills[0]?.name).toBe("Refunds");
});
