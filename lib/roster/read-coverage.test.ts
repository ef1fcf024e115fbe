import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coverageSchema } from "#lib/contract/findings.ts";
import type { AwayEntry } from "#lib/schedule/away.ts";
import type { Coverage } from "#lib/schedule/coverage.ts";
import { date } from "#lib/schedule/testing/dates.ts";
import { agents as anyAgents, aways, NO_RULES, plans, SKILLS } from "#lib/schedule/testing/desks.ts";
import { walkClock } from "#lib/schedule/testing/slow-clock.ts";
import { slowCoverage } from "#lib/schedule/testing/slow-coverage.ts";
import type { Span } from "#lib/schedule/types.ts";
import { weekOf } from "#lib/schedule/week.ts";
import { type CoverageQuestion, readCoverage } from "./read-coverage.ts";
import { WHOLE } from "./shape.ts";
import { listWithSkills, openContext } from "./testing/open-context.ts";
import { fail } from "./testing/open-feed.ts";

const EVERYTHING: CoverageQuestion = {
  deskKey: null,
  shape: WHOLE,
  week: null,
  start: null,
  zone: null,
  skills: [],
  away: [],
};
const ENGLISH = { id: "en", name: "英语", isDefault: false };
const FALLBACK = { id: "all", name: "全部技能", isDefault: true };
const ann = { id: "ann", name: "Ann", skillIds: ["en"], week: [[540, 720]] as const, department: "sales" };
const bob = { id: "bob", name: "Bob", skillIds: ["all"], week: [[540, 1080]] as const };
const desk = listWithSkills([ENGLISH, FALLBACK], ann, bob);

test("the present week from Monday, in UTC, tiled by spans that differ", async () => {
  const answer = await readCoverage(await openContext(desk), EVERYTHING);
  expect(coverageSchema.parse(answer)).toEqual(answer);
  const span = (from: string, to: string, level: string, specialists: number, fallback: number) => ({
    from: `2026-11-${from}:00:00.000Z`,
    to: `2026-11-${to}:00:00.000Z`,
    level,
    specialists,
    fallback,
  });
  expect(answer).toMatchObject({ weekStart: "2026-11-16", timeZone: "Asia/Shanghai", gaps: [] });
  expect(answer.skills).toContainEqual({
    id: "en",
    spans: [
      span("15T16", "16T01", "closed", 0, 0),
      span("16T01", "16T04", "thin", 1, 1),
      span("16T04", "16T10", "fallback", 0, 1),
      span("16T10", "22T16", "closed", 0, 0),
    ],
  });
  expect(answer.singles).toContainEqual({
    skill: "en",
    from: "2026-11-16T01:00:00.000Z",
    to: "2026-11-16T04:00:00.000Z",
    agent: "ann",
  });
});

test("skills are picked in the desk's order, and gaps of the whole desk are left out then", async () => {
  const minimums = [{ skill: null, rule: { weekdays: [1] as const, start: 540, end: 600 }, agents: 9 }];
  const context = await openContext(desk, { plan: { ...NO_RULES, minimums } });
  const whole = await readCoverage(context, EVERYTHING);
  expect(whole.gaps).toEqual([
    { skill: null, from: "2026-11-16T01:00:00.000Z", to: "2026-11-16T02:00:00.000Z", people: 7 },
  ]);
  const picked = await readCoverage(context, { ...EVERYTHING, skills: ["en"] });
  expect([picked.skills.map(({ id }) => id), picked.gaps]).toEqual([["en"], []]);
});

test("a what-if takes the absent out, of a week that starts where it is asked to", async () => {
  const away: readonly AwayEntry[] = [{ who: { kind: "department", name: "sales" }, days: null }];
  const question = { ...EVERYTHING, week: date("2026-11-29"), start: "sun", skills: ["en"], away } as const;
  const answer = await readCoverage(await openContext(desk), question);
  expect(answer.weekStart).toBe("2026-11-29");
  expect(answer.skills[0]?.spans.map(({ level }) => level)).toEqual(["closed", "fallback", "closed"]);
  expect(answer.singles).toEqual([]);
});

describe("is refused", () => {
  const agent = (id: string): AwayEntry => ({ who: { kind: "agent", id }, days: null });
  test.each([
    [{ skills: ["en", "fr"] }, "invalid"],
    [{ away: [agent("ann"), agent("nobody")] }, "invalid"],
    [{ away: [{ who: { kind: "department", name: "law" }, days: null }] }, "invalid"],
    [{ week: date("9999-12-31") }, "invalid"],
    [{ deskKey: "other" }, "not_found"],
  ] as const)("%j: %s", async (change, code) => {
    const asked = readCoverage(await openContext(desk), { ...EVERYTHING, ...change });
    await expect(asked).rejects.toMatchObject({ code });
  });

  test("before a first roster", async () => {
    const asked = readCoverage(await openContext(fail("timeout")), EVERYTHING);
    await expect(asked).rejects.toMatchObject({ code: "upstream_unavailable" });
  });
});

/** What the contract's JSON says of a coverage that was counted elsewhere. */
function asJson({ skills, everyone }: Coverage) {
  const at = ({ startAt, endAt }: Span) => ({
    from: new Date(startAt).toISOString(),
    to: new Date(endAt).toISOString(),
  });
  return {
    skills: skills.map(({ skill, spans }) => ({
      id: skill,
      spans: spans.map(({ level, specialists, fallback, ...span }) => ({
        ...at(span),
        level,
        specialists,
        fallback,
      })),
    })),
    gaps: [...skills.flatMap(({ gaps }) => gaps), ...everyone.gaps].map(({ skill, people, ...span }) => ({
      skill,
      ...at(span),
      people,
    })),
    singles: skills.flatMap(({ singles }) =>
      singles.map(({ skill, agent, ...span }) => ({ skill, ...at(span), agent })),
    ),
  };
}

describe("against a look at every minute", () => {
  test.each([
    ["Asia/Shanghai", "2026-11-23"],
    ["America/New_York", "2026-03-08"],
    ["America/New_York", "2026-11-01"],
    ["Australia/Lord_Howe", "2026-10-04"],
  ])("%s, %s", async (timeZone, text) => {
    const middle = date(text);
    const clock = walkClock(timeZone, text);
    const given = fc.record({
      agents: anyAgents,
      plan: fc.option(plans(middle)),
      away: fc.option(aways(middle), { nil: [] }),
    });
    const claim = fc.asyncProperty(given, async ({ agents, plan, away }) => {
      const context = await openContext(listWithSkills(SKILLS, ...agents), {
        plan,
        desk: { key: "main", name: "Helpdesk", timeZone },
      });
      const roster = context.desks.get("main")?.feed.state().roster;
      if (!roster) throw new Error("no roster");
      const known = away.filter(
        ({ who }) =>
          who.kind === "all" ||
          roster.agents.some(({ id, department }) =>
            who.kind === "agent" ? id === who.id : department === who.name,
          ),
      );
      const answer = await readCoverage(context, { ...EVERYTHING, week: middle, away: known });
      const week = weekOf(middle, "mon", timeZone);
      const slow = slowCoverage({ roster, week, plan, away: known }, clock);
      expect(answer).toEqual({ weekStart: week.days[0].date, timeZone, ...asJson(slow) });
    });
    await fc.assert(claim, { numRuns: 8 });
  });
});
