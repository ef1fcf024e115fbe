import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EXCEPTION_KINDS, type ExceptionKind } from "./exceptions.ts";
import { type Sortable, type Sorting, sortAgents } from "./order.ts";
import { agent } from "./testing/agents.ts";
import { type Agent, STATUSES } from "./types.ts";

const row = (id: string, given: Partial<Agent> = {}, exception: ExceptionKind | null = null): Sortable => ({
  agent: agent(id, given),
  exception,
});
const ids = (rows: readonly Sortable[], sorting: Sorting) =>
  sortAgents(rows, sorting).map((one) => one.agent.id);

describe("sortAgents", () => {
  it("by attention: exceptions by age, then by kind; then by status", () => {
    const rows = [
      row("removed", { status: "removed" }),
      row("unknown", { status: "unknown" }),
      row("off-duty", { status: "off_duty" }),
      row("offline", { status: "offline" }),
      row("online-2"),
      row("online-1"),
      row("ageless-kind-1", {}, "offline-on-shift"),
      row("ageless-kind-3", {}, "online-off-shift"),
      row("young", { statusSince: "2026-11-23T09:00:00.000Z" }, "offline-on-shift"),
      row("old-kind-4", { statusSince: "2026-11-23T08:00:00.000Z" }, "removed-scheduled"),
      row("old-kind-2", { statusSince: "2026-11-23T08:00:00.000Z" }, "off-duty-on-shift"),
    ];
    expect(ids(rows, "attention")).toEqual([
      "old-kind-2",
      "old-kind-4",
      "young",
      "ageless-kind-1",
      "ageless-kind-3",
      "online-1",
      "online-2",
      "offline",
      "off-duty",
      "unknown",
      "removed",
    ]);
  });

  it("by name: code units of the sort key, then the id", () => {
    const rows = [
      row("3", { sortKey: "b" }),
      row("2", { sortKey: "a" }),
      row("1", { sortKey: "é" }),
      row("0", { sortKey: "a" }),
    ];
    expect(ids(rows, "name")).toEqual(["0", "2", "3", "1"]);
  });

  it("by start: the week's first block, those without one last", () => {
    const rows = [
      row("none"),
      row("late", { week: [[600, 700]] }),
      row("early", { week: [[60, 70]] }),
      row("b", { week: [[60, 90]] }),
    ];
    expect(ids(rows, "start")).toEqual(["b", "early", "late", "none"]);
  });

  it("by hours: the most first", () => {
    const split: Agent["week"] = [
      [0, 100],
      [200, 400],
    ];
    expect(
      ids([row("none"), row("long", { week: [[0, 250]] }), row("split", { week: split })], "hours"),
    ).toEqual(["split", "long", "none"]);
  });

  it("gives one order whatever the order before, and changes no input", () => {
    const anyRow = fc
      .record({
        sortKey: fc.constantFrom("a", "b"),
        status: fc.constantFrom(...STATUSES),
        statusSince: fc.constantFrom(null, "2026-11-23T08:00:00.000Z", "2026-11-23T09:00:00.000Z"),
        week: fc.constantFrom<Agent["week"]>([], [[0, 60]], [[60, 120]]),
        exception: fc.constantFrom(null, ...EXCEPTION_KINDS),
      })
      .map(
        ({ exception, ...given }) =>
          (id: string) =>
            row(id, given, exception),
      );
    fc.assert(
      fc.property(
        fc.array(anyRow, { maxLength: 12 }),
        fc.constantFrom<Sorting>("attention", "name", "start", "hours"),
        (makers, sorting) => {
          const rows = makers.map((make, i) => make(`id-${i}`));
          const before = [...rows];
          expect(ids(rows.toReversed(), sorting)).toEqual(ids(rows, sorting));
          expect(rows).toEqual(before);
        },
      ),
    );
  });
});
