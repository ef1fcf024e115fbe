import { expect, test } from "vitest";
import { doAtOnce } from "#lib/turns.ts";
import { mergeRoster } from "./merge.ts";
import { listOf, recordOf } from "./testing/scripted-desk.ts";

const DESK = { key: "main", name: "Helpdesk", timeZone: "Asia/Shanghai" };
const NOBODY = listOf();

test("agents stand by sort key, then id, by code unit", () => {
  const present = listOf(
    { id: "b", name: "张三" },
    { id: "a", name: "张三" },
    { id: "z", name: "anna" },
    { id: "B", name: "李四" },
  );
  expect(doAtOnce(mergeRoster(DESK, present, NOBODY)).agents.map(({ id }) => id)).toEqual([
    "z",
    "B",
    "a",
    "b",
  ]);
});

test("an agent carries the contract's fields in its order", () => {
  const [agent] = doAtOnce(mergeRoster(DESK, listOf({ id: "a", name: "张三" }), NOBODY)).agents;
  expect(Object.entries(agent ?? {})).toEqual([
    ["id", "a"],
    ["name", "张三"],
    ["avatarUrl", null],
    ["email", "zhangsan@acme.example"],
    ["department", null],
    ["company", null],
    ["status", "online"],
    ["statusSince", null],
    ["skillIds", []],
    ["week", [[540, 1080]]],
    ["notes", []],
    ["sortKey", "zhang san"],
    ["searchKeys", "zhangsan zs"],
  ]);
});

test("an id that came with both calls is the present one, and the removed copy leaves with its counts", () => {
  const present = {
    records: [recordOf({ id: "a" }, { setAside: { rules: 1, skills: 0 } })],
    setAsideAgents: 2,
  };
  const removed = {
    records: [
      recordOf({ id: "a", status: "removed" }, { setAside: { rules: 7, skills: 7 } }),
      recordOf({ id: "b", status: "removed" }, { setAside: { rules: 1, skills: 1 } }),
    ],
    setAsideAgents: 3,
  };
  const roster = doAtOnce(mergeRoster(DESK, present, removed));
  expect(roster.agents.map(({ id, status }) => [id, status])).toEqual([
    ["a", "online"],
    ["b", "removed"],
  ]);
  expect(roster.setAside).toEqual({ agents: 5, rules: 2, skills: 1 });
});

test("a skill has the first name that is not its id, and is default if any record says so", () => {
  const skill = (id: string, name: string, isDefault = false) => ({ id, name, isDefault });
  const present = {
    records: [
      recordOf({ id: "a" }, { skills: [skill("s1", "s1"), skill("s2", "网络")] }),
      recordOf({ id: "b" }, { skills: [skill("s1", "API", true), skill("s3", "s3")] }),
      recordOf({ id: "c" }, { skills: [skill("s1", "Other"), skill("s2", "s2")] }),
    ],
    setAsideAgents: 0,
  };
  expect(doAtOnce(mergeRoster(DESK, present, NOBODY)).skills).toEqual([
    skill("s1", "API", true),
    skill("s3", "s3"),
    skill("s2", "网络"),
  ]);
});
