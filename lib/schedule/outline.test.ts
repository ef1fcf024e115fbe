import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { namedAgents, outline, selectionKey, selectionOf } from "./outline.ts";
import { prepareAround } from "./prepare.ts";
import { NO_FILTERS, type SelectQuery, selectAgents } from "./select.ts";
import { at, date } from "./testing/dates.ts";
import { agents as anyAgents, SKILLS } from "./testing/desks.ts";
import type { Agent } from "./types.ts";

const now = at("2026-11-19T17:20+08:00");
const desk = { key: "main", name: "IT", timeZone: "Asia/Shanghai" };
const query: SelectQuery = {
  ...NO_FILTERS,
  group: "department",
  sort: "attention",
};
const prepare = (agents: readonly Agent[]) =>
  prepareAround({ desk, agents, skills: SKILLS }, date("2026-11-19"), () => []);

const queries = fc.record({
  group: fc.constantFrom<SelectQuery["group"][]>("none", "department", "status", "skill", "company"),
  sort: fc.constantFrom<SelectQuery["sort"][]>("attention", "name", "start", "hours"),
  on: fc.boolean(),
  skill: fc.subarray(["en", "net"]),
});

describe("outline", () => {
  it("shows the first rows as the whole roster does, from their agents alone", () => {
    fc.assert(
      fc.property(anyAgents, queries, fc.integer({ min: 0, max: 6 }), (agents, given, rows) => {
        const asked = { ...query, ...given };
        const whole = prepare(agents);
        const selection = selectAgents(whole, asked, { now, skills: SKILLS });
        const drawn = outline(whole, selection, asked, { now, rows });
        const first = selectionOf(drawn, prepare(namedAgents(drawn, agents)), now);

        const rowsOf = (of: typeof selection) => of.groups.flatMap((group) => group.agents);
        expect(rowsOf(first)).toEqual(rowsOf(selection).slice(0, rows));
        expect(first.groups.map(({ agents: _, ...group }) => group)).toEqual(
          selection.groups.map(({ agents: _, ...group }) => group),
        );
        expect([first.shown, first.total]).toEqual([selection.shown, agents.length]);
      }),
    );
  });

  it("counts everybody, also those whom it does not name", () => {
    fc.assert(
      fc.property(anyAgents, (agents) => {
        const whole = prepare(agents);
        const drawn = outline(whole, selectAgents(whole, query, { now, skills: SKILLS }), query, {
          now,
          rows: 1,
        });
        expect(Object.values(drawn.counts).reduce((sum, n) => sum + n, 0)).toBe(agents.length);
        expect(drawn.shownOnShift).toBeLessThanOrEqual(drawn.onShift);
        expect(namedAgents(drawn, agents).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("survives JSON, as a page hands it over", () => {
    const whole = prepare([]);
    const drawn = outline(whole, selectAgents(whole, query, { now, skills: SKILLS }), query, {
      now,
      rows: 9,
    });
    expect(JSON.parse(JSON.stringify(drawn))).toEqual(drawn);
  });
});

describe("selectionKey", () => {
  it("tells apart what selects, groups or sorts otherwise, and nothing else", () => {
    const key = selectionKey(query);
    expect(selectionKey({ ...query })).toBe(key);
    expect(selectionKey({ ...query, sort: "name" })).not.toBe(key);
    expect(selectionKey({ ...query, exception: ["offline-on-shift"] })).not.toBe(key);
    expect(selectionKey({ ...query, q: "a" })).not.toBe(key);
  });
});
