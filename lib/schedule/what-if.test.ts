import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Coverage, computeCoverage } from "./coverage.ts";
import { layWeek } from "./lay-week.ts";
import { agent } from "./testing/agents.ts";
import { date } from "./testing/dates.ts";
import { agents as anyAgents, aways, NO_RULES, SKILLS } from "./testing/desks.ts";
import { type Agent, asInstant } from "./types.ts";
import { weekOf } from "./week.ts";
import { compareCoverage, summariseChanges } from "./what-if.ts";

const desk = { key: "main", name: "Helpdesk", timeZone: "Asia/Shanghai" };
const week = weekOf(date("2026-11-23"), "mon", desk.timeZone);
const hour = (instant: number) => (instant - week.startAt) / 3_600_000;

function pictures(
  agents: readonly Agent[],
  away: Parameters<typeof layWeek>[0]["away"],
): [Coverage, Coverage] {
  const { base, preview } = layWeek({ roster: { desk, agents, skills: SKILLS }, week, plan: null, away });
  return [computeCoverage(base), computeCoverage(preview ?? base)];
}

describe("compareCoverage", () => {
  const agents = [
    agent("ann", { skillIds: ["en"], week: [[540, 1080]] }),
    agent("bob", { skillIds: ["en", "net"], week: [[540, 720]] }),
    agent("cat", { skillIds: ["all"], week: [[600, 900]] }),
  ];
  const changes = compareCoverage(...pictures(agents, [{ who: { kind: "agent", id: "ann" }, days: null }]));

  it("finds what changes, skill by skill", () => {
    const lines = changes.skills.map(
      ({ skill, startAt, endAt, before, after }) =>
        `${skill} ${hour(startAt)}-${hour(endAt)} ${before.level} ${before.specialists} > ${after.level} ${after.specialists}`,
    );
    expect(lines).toEqual([
      "en 9-12 met 2 > thin 1",
      "en 12-15 thin 1 > fallback 0",
      "en 15-18 thin 1 > none 0",
    ]);
    expect(changes.skillMs).toBe(9 * 3_600_000);
    expect(changes.everyone.map(({ startAt, endAt }) => [hour(startAt), hour(endAt)])).toEqual([
      [9, 10],
      [10, 12],
      [12, 15],
      [15, 18],
    ]);
  });

  it("sums up to one line for each outcome", () => {
    expect(
      summariseChanges(changes.skills).map(({ outcome, startAt, endAt, highestBefore, lowestAfter }) => [
        outcome,
        hour(startAt),
        hour(endAt),
        highestBefore,
        lowestAfter,
      ]),
    ).toEqual([
      ["covered", 9, 12, 2, 1],
      ["fallback", 12, 15, 1, 0],
      ["none", 15, 18, 1, 0],
    ]);
    expect(summariseChanges(changes.everyone)).toMatchObject([
      { outcome: "covered", highestBefore: 3, lowestAfter: 1 },
      { outcome: "none", highestBefore: 1, lowestAfter: 0 },
    ]);
  });

  it("does not mind a fallback that is not needed", () => {
    const without = compareCoverage(...pictures(agents, [{ who: { kind: "agent", id: "cat" }, days: null }]));
    // English and the network are drawn as before while a specialist is there; 12-15 the network has nobody left.
    expect(without.skills.filter(({ skill }) => skill === "en")).toEqual([]);
    expect(without.skills.filter(({ skill }) => skill === "net").map(({ startAt }) => hour(startAt))).toEqual(
      [12],
    );
  });

  it("counts no loss in closed hours, though the number there changes", () => {
    const plan = { ...NO_RULES, openingHours: [{ weekdays: [1], start: 600, end: 660 } as const] };
    const ann = { who: { kind: "agent", id: "ann" }, days: null } as const;
    const { base, preview } = layWeek({
      roster: { desk, agents, skills: SKILLS },
      week,
      plan,
      away: [ann],
    });
    const closed = compareCoverage(computeCoverage(base), computeCoverage(preview ?? base));
    expect(closed.skills.map(({ startAt, endAt }) => [hour(startAt), hour(endAt)])).toEqual([
      [9, 10],
      [10, 11],
      [11, 12],
      [12, 18],
    ]);
    expect(closed.skillMs).toBe(3_600_000);
    expect(summariseChanges(closed.skills)).toMatchObject([
      { outcome: "covered", highestBefore: 2, lowestAfter: 1 },
    ]);
    expect(summariseChanges(closed.skills)).toHaveLength(1);
  });

  it("finds nothing where nobody is away", () => {
    expect(compareCoverage(...pictures(agents, []))).toEqual({ skills: [], everyone: [], skillMs: 0 });
  });

  it("equals comparing the two pictures minute by minute", () => {
    fc.assert(
      fc.property(anyAgents, aways(date("2026-11-25")), (given, away) => {
        const [base, preview] = pictures(given, away);
        const { skills, skillMs } = compareCoverage(base, preview);
        let slowMs = 0;
        base.skills.forEach(({ skill, spans }, k) => {
          const own = skills.filter((change) => change.skill === skill);
          for (let at = Number(week.startAt); at < week.endAt; at += 60_000) {
            const within = ({ startAt, endAt }: { startAt: number; endAt: number }) =>
              startAt <= at && at < endAt;
            const before = spans.find(within);
            const after = preview.skills[k]?.spans.find(within);
            if (!before || !after) throw new RangeError(`no reading at ${asInstant(at)}`);
            const show = (one: typeof before) =>
              `${one.level} ${one.specialists} ${one.level === "fallback" ? one.fallback : ""}`;
            const change = own.find(within);
            expect(change !== undefined).toBe(show(before) !== show(after));
            if (change) slowMs += 60_000;
          }
        });
        expect(skillMs).toBe(slowMs);
      }),
      { numRuns: 8 },
    );
  });
});
