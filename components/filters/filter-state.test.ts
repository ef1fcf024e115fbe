import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_VIEW, type View } from "#lib/contract/view.ts";
import { NO_FILTERS } from "#lib/schedule/select.ts";
import { STATUSES, type Status } from "#lib/schedule/types.ts";
import { CHIP_ORDER, countFilters, toggleStatus } from "./filter-state.ts";

describe("status chips", () => {
  it.each<[readonly Status[], Status, readonly Status[]]>([
    [[], "online", ["online"]],
    [["online"], "online", []],
    [["online"], "removed", ["online", "removed"]],
    [["removed", "online"], "offline", ["online", "offline", "removed"]],
  ])("%j and a press on %s give %j", (pressed, status, expected) => {
    expect(toggleStatus(pressed, status)).toEqual(expected);
  });

  it("a second press takes the first one back", () => {
    const some = fc.subarray([...STATUSES]);
    fc.assert(
      fc.property(some, fc.constantFrom(...STATUSES), (pressed, status) => {
        expect(toggleStatus(toggleStatus(pressed, status), status)).toEqual(pressed);
      }),
    );
  });

  it("has one chip for each status", () => {
    expect([...CHIP_ORDER].sort()).toEqual([...STATUSES].sort());
  });
});

describe("countFilters", () => {
  it.each<[Partial<View>, number]>([
    [{}, 0],
    [{ q: "li" }, 1],
    [{ skill: ["a", "b"], match: "all" }, 1],
    [{ status: ["removed"], skill: ["a"], department: ["x"], q: "li", on: true }, 5],
    [{ exception: ["online-off-shift"] }, 1],
    [{ group: "none", sort: "name", zone: "Asia/Tokyo", theme: "dark" }, 0],
  ])("%j narrows by %d", (patch, expected) => {
    expect(countFilters({ ...DEFAULT_VIEW, ...patch })).toBe(expected);
  });

  it("finds nothing after clearing", () => {
    const narrowed: View = {
      ...DEFAULT_VIEW,
      skill: ["a"],
      q: "li",
      on: true,
      exception: ["removed-scheduled"],
      department: ["x"],
      status: ["online"],
    };
    expect(countFilters({ ...narrowed, ...NO_FILTERS })).toBe(0);
  });
});
