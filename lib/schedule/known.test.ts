import { expect, it } from "vitest";
import { unknownOf, withoutUnknown } from "./known.ts";
import { agent } from "./testing/agents.ts";

const roster = {
  skills: [{ id: "en", name: "English", isDefault: false }],
  agents: [agent("ann", { department: "Sales", skillIds: ["en"] }), agent("bob", { department: null })],
};

it.each([
  [["en"], ["Sales"], [], []],
  [["gone", "en", "lost"], ["Sales", "Moon"], ["gone", "lost"], ["Moon"]],
  // A skill is named by its id, and nobody's missing department is called "null".
  [["English"], ["null", ""], ["English"], ["null", ""]],
  [[], [], [], []],
])("of skills %j and departments %j, %j and %j are unknown", (skill, department, skills, departments) => {
  const query = { skill, department, q: "li" };
  const unknown = unknownOf(query, roster);
  expect(unknown).toEqual({ skill: skills, department: departments });
  const known = withoutUnknown(query, unknown);
  expect(unknownOf(known, roster)).toEqual({ skill: [], department: [] });
  expect([...known.skill, ...skills].sort()).toEqual([...skill].sort());
  expect(known.q).toBe("li");
});

it("a query in which all is known stays the same object", () => {
  const query = { skill: ["en"], department: [] };
  expect(withoutUnknown(query, unknownOf(query, roster))).toBe(query);
});
