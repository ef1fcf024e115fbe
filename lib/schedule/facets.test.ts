import { describe, expect, it } from "vitest";
import {
  compareCodeUnits,
  countKeys,
  departmentsOf,
  orderKeys,
  orderStatusKeys,
  statusCounts,
} from "./facets.ts";
import { agent } from "./testing/agents.ts";

describe("facets of a roster", () => {
  it("counts statuses, those nobody has too", () => {
    const agents = [agent("a"), agent("b", { status: "off_duty" }), agent("c")];
    expect(statusCounts(agents)).toEqual({ online: 2, offline: 0, off_duty: 1, removed: 0, unknown: 0 });
    expect(statusCounts([])).toEqual({ online: 0, offline: 0, off_duty: 0, removed: 0, unknown: 0 });
  });

  it("lists departments, the biggest first, then by code unit, agents without one left out", () => {
    const of = (...names: (string | null)[]) => names.map((department, i) => agent(`a${i}`, { department }));
    expect(departmentsOf(of("b", "Z", null, "账单", "账单", "a", null, null))).toEqual([
      { name: "账单", agents: 2 },
      { name: "Z", agents: 1 },
      { name: "a", agents: 1 },
      { name: "b", agents: 1 },
    ]);
  });

  it("counts an agent under each of several keys and puts 'none set' last, however many", () => {
    const counts = countKeys([["x", "y"], "y", null, null, null], (keys) => keys);
    expect(counts).toEqual(
      new Map([
        ["x", 1],
        ["y", 2],
        [null, 3],
      ]),
    );
    expect(orderKeys(counts)).toEqual(["y", "x", null]);
  });

  it("breaks ties by name, then by key", () => {
    const counts = new Map([
      ["1", 1],
      ["2", 1],
      ["3", 1],
    ]);
    const names: Record<string, string> = { 1: "same", 2: "early", 3: "same" };
    expect(orderKeys(counts, (key) => names[key] ?? key)).toEqual(["2", "1", "3"]);
  });

  it("keeps statuses in the order of the words' list", () => {
    expect(
      orderStatusKeys(
        new Map([
          ["unknown", 9],
          ["online", 1],
          ["removed", 3],
        ]),
      ),
    ).toEqual(["online", "removed", "unknown"]);
  });

  it("compares by code unit, not as any language would", () => {
    expect(["é", "z", "a", "Z", "\u{1F600}", "\uFF5E"].toSorted(compareCodeUnits)).toEqual([
      "Z",
      "a",
      "z",
      "é",
      "\u{1F600}",
      "\uFF5E",
    ]);
  });
});
