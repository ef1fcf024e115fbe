import type { Coverage, CoverageSpan, Gap, Level, SinglePoint } from "../coverage.ts";
import type { WeekQuestion } from "../lay-week.ts";
import { type Agent, asInstant, type Instant, type Skill } from "../types.ts";
import type { SlowClock } from "./slow-clock.ts";
import { lookAtWeek, type SlowWeek } from "./slow-week.ts";

const MINUTE_MS = 60_000;

/** What is known of one skill (or of everyone) in one minute. */
interface Moment {
  readonly at: Instant;
  readonly open: boolean;
  readonly specialists: readonly string[];
  readonly fallback: number;
  /** The largest explicit minimum; 0: none. */
  readonly minimum: number;
}

/** Product.md section 6, minute by minute. */
export function slowCoverage(question: WeekQuestion, clock: SlowClock): Coverage {
  const { roster, plan, away } = question;
  const week = lookAtWeek(clock, question.week, plan, away);
  const working = roster.agents.filter(({ status }) => status !== "removed");
  const planned = new Map(working.map((agent) => [agent, week.planned(agent)]));
  const open = isOpen(question, week, working);
  const minimums = plan?.minimums.map((minimum) => ({ ...minimum, times: week.ruled([minimum.rule]) })) ?? [];
  const momentsOf = (skill: string | null, holders: readonly Agent[], backing: readonly Agent[]) =>
    week.minutes.map((at, i): Moment => {
      const there = (agents: readonly Agent[]) => agents.filter((agent) => planned.get(agent)?.[i]);
      const fitting = minimums.filter((minimum) => minimum.skill === skill && minimum.times[i]);
      return {
        at,
        open: open[i] ?? false,
        specialists: there(holders).map(({ id }) => id),
        fallback: there(backing).length,
        minimum: Math.max(0, ...fitting.map(({ agents }) => agents)),
      };
    });
  const holdersOf = ({ id }: Skill) => working.filter(({ skillIds }) => skillIds.includes(id));
  const defaults = roster.skills.filter(({ isDefault }) => isDefault);
  const backing = working.filter(({ skillIds }) => defaults.some(({ id }) => skillIds.includes(id)));
  const everyone = momentsOf(null, working, []);
  return {
    skills: roster.skills.map((skill) => {
      const moments = momentsOf(skill.id, holdersOf(skill), skill.isDefault ? [] : backing);
      return {
        skill: skill.id,
        spans: spansOf(moments),
        gaps: gapsOf(moments, skill.id),
        singles: singlesOf(moments, skill.id),
      };
    }),
    everyone: {
      spans: spansOf(everyone),
      gaps: gapsOf(
        everyone.map((moment) => (moment.minimum > 0 ? moment : { ...moment, open: false })),
        null,
      ),
    },
  };
}

function isOpen({ plan }: WeekQuestion, week: SlowWeek, working: readonly Agent[]): readonly boolean[] {
  if (plan?.openingHours) return week.ruled(plan.openingHours);
  const templates = working.map((agent) => week.template(agent));
  const asked = plan?.minimums.filter(({ agents }) => agents > 0).map(({ rule }) => week.ruled([rule])) ?? [];
  const holiday = week.holiday();
  return week.minutes.map((_, i) => !holiday[i] && [...templates, ...asked].some((times) => times[i]));
}

function levelOf({ open, specialists, fallback, minimum }: Moment): Level {
  if (!open) return "closed";
  if (specialists.length === 0 && fallback === 0) return "none";
  if (specialists.length === 0) return "fallback";
  if (specialists.length === 1 || specialists.length < minimum) return "thin";
  return "met";
}

const isGap = (moment: Moment) =>
  moment.open && (levelOf(moment) === "none" || moment.specialists.length < moment.minimum);

/** Maximal stretches of minutes with one key; minutes without a key belong to none. */
function stretches(moments: readonly Moment[], keyOf: (moment: Moment) => string | null): Moment[][] {
  const found: Moment[][] = [];
  let before: string | null = null;
  for (const moment of moments) {
    const key = keyOf(moment);
    if (key !== null && key === before) found.at(-1)?.push(moment);
    else if (key !== null) found.push([moment]);
    before = key;
  }
  return found;
}

function ends(stretch: readonly Moment[]) {
  const [first, last] = [stretch[0], stretch.at(-1)];
  if (!first || !last) throw new RangeError("an empty stretch");
  return { first, startAt: first.at, endAt: asInstant(last.at + MINUTE_MS) };
}

function spansOf(moments: readonly Moment[]): CoverageSpan[] {
  const key = (moment: Moment) => `${levelOf(moment)} ${moment.specialists.length} ${moment.fallback}`;
  return stretches(moments, key).map((stretch) => {
    const { first, startAt, endAt } = ends(stretch);
    return {
      startAt,
      endAt,
      level: levelOf(first),
      specialists: first.specialists.length,
      fallback: first.fallback,
    };
  });
}

function gapsOf(moments: readonly Moment[], skill: string | null): Gap[] {
  return stretches(moments, (moment) => (isGap(moment) ? "gap" : null)).map((stretch) => {
    const { startAt, endAt } = ends(stretch);
    const missing = stretch.map(({ specialists, minimum }) => Math.max(minimum, 1) - specialists.length);
    const people = Math.max(...missing);
    return { startAt, endAt, skill, people, peopleMs: missing.reduce((sum, n) => sum + n * MINUTE_MS, 0) };
  });
}

function singlesOf(moments: readonly Moment[], skill: string): SinglePoint[] {
  const key = ({ open, specialists: [one, another] }: Moment) =>
    open && another === undefined ? (one ?? null) : null;
  return stretches(moments, key).map((stretch) => {
    const { first, startAt, endAt } = ends(stretch);
    return { startAt, endAt, skill, agent: first.specialists[0] ?? "" };
  });
}
