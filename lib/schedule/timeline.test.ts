import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countAgents, enter, makeTally, sumUp } from "./tally.ts";
import { agent } from "./testing/agents.ts";
import { makeTimeline, spanOf, stretchesOf } from "./timeline.ts";
import { asInstant } from "./types.ts";

const span = (startAt: number, endAt: number) => ({ startAt: asInstant(startAt), endAt: asInstant(endAt) });
const timelineOf = (...edges: number[]) =>
  makeTimeline(span(0, 100), (add) => {
    for (const edge of edges) add(asInstant(edge));
  });

describe("makeTimeline", () => {
  it("has every edge once, in order, within its bounds", () => {
    const timeline = timelineOf(50, 20, 50, -5, 100, 120, 0);
    expect(timeline.edges).toEqual([0, 20, 50, 100]);
    expect(timeline.segments).toBe(3);
  });

  it.each([
    ["within", 20, 50, [1, 2]],
    ["from before the bounds", -5, 20, [0, 1]],
    ["to after them", 50, 120, [2, 3]],
    ["all of it", 0, 100, [0, 3]],
    ["wholly before", -9, -5, [0, 0]],
    ["wholly after", 120, 130, [3, 3]],
    ["touching the end", 100, 120, [3, 3]],
    ["touching the start", -5, 0, [0, 0]],
  ])("finds the segments of a span: %s", (_what, startAt, endAt, [from, to]) => {
    const found = timelineOf(20, 50).segmentsOf(asInstant(startAt), asInstant(endAt));
    expect(found[1] - found[0]).toBe((to ?? 0) - (from ?? 0));
    if (found[0] < found[1]) expect(found).toEqual([from, to]);
  });

  it("gives segments back as spans, and refuses what lies outside", () => {
    expect(spanOf(timelineOf(20, 50), [1, 3])).toEqual(span(20, 100));
    expect(() => spanOf(timelineOf(), [0, 2])).toThrow(RangeError);
  });
});

describe("a tally", () => {
  it("equals counting each segment by itself", () => {
    const ranges = fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(1000)), { maxLength: 12 });
    fc.assert(
      fc.property(ranges, (given) => {
        const tally = makeTally(timelineOf(10, 20, 30, 40, 50, 60, 70, 80, 90));
        for (const [from, to, member] of given) enter(tally, from, to, member);
        sumUp(tally);
        for (let i = 0; i < 10; i++) {
          const there = given.filter(([from, to]) => from <= i && i < to);
          expect(tally.counts[i]).toBe(there.length);
          expect(tally.members[i]).toBe(there.reduce((sum, [, , member]) => sum + member, 0));
        }
      }),
    );
  });

  it("counts agents under all, under each skill, and once as fallback", () => {
    const skills = [
      { id: "en", name: "en", isDefault: false },
      { id: "all", name: "all", isDefault: true },
      { id: "too", name: "too", isDefault: true },
    ];
    const planned = [
      { agent: agent("ann", { skillIds: ["en", "all", "too"] }), spans: [span(0, 50)] },
      { agent: agent("eve", { skillIds: ["en"], status: "removed" }), spans: [span(0, 100)] },
      { agent: agent("bob", { skillIds: ["gone"] }), spans: [span(20, 100)] },
    ];
    const { everyone, fallback, bySkill } = countAgents(planned, skills, timelineOf(20, 50));
    expect([...everyone.counts]).toEqual([1, 2, 1, 0]);
    expect([...fallback.counts]).toEqual([1, 1, 0, 0]);
    expect([...(bySkill.get("en")?.counts ?? [])]).toEqual([1, 1, 0, 0]);
    expect(bySkill.has("gone")).toBe(false);
    // The third agent alone: its place in the list, 2.
    expect(everyone.members[2]).toBe(2);
  });
});

describe("stretchesOf", () => {
  it.each([
    ["", []],
    ["aab", ["0-2 a", "2-3 b"]],
    [".aa.a", ["1-3 a", "4-5 a"]],
    ["...", []],
    ["ab.ba", ["0-1 a", "1-2 b", "3-4 b", "4-5 a"]],
  ])("of %j are %j", (letters, expected) => {
    const stretches = stretchesOf(
      letters.length,
      (i) => letters[i] !== ".",
      (i, j) => letters[i] === letters[j],
    );
    expect(stretches.map(([from, to]) => `${from}-${to} ${letters[from]}`)).toEqual(expected);
  });
});
