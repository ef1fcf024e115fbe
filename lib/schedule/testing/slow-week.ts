import type { AwayEntry } from "../away.ts";
import type { CoveragePlan } from "../coverage-plan.ts";
import { type Agent, DAY_MINUTES, type Instant, type Span, WEEK_MINUTES, type WeeklyRule } from "../types.ts";
import type { SlowClock } from "./slow-clock.ts";

/** The contract's words about one week, looked up minute by minute and shared with nothing that is tested. */

/** 1970-01-05 was a Monday. */
const FIRST_MONDAY = 4;
const dateOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const dayOf = (date: string) => Date.parse(date) / 86_400_000;

export interface SlowWeek {
  /** The minutes of the week on screen. */
  readonly minutes: readonly Instant[];
  /** For each minute, whether the agent's template has it. */
  template(agent: Agent): readonly boolean[];
  /** The same without leave and those away. */
  planned(agent: Agent): readonly boolean[];
  /** For each minute, whether rules of the desk hold, by holidays and workdays. */
  ruled(rules: readonly WeeklyRule[]): readonly boolean[];
  /** For each minute, whether its date is a holiday. */
  holiday(): readonly boolean[];
}

export function lookAtWeek(
  clock: SlowClock,
  week: Span,
  plan: CoveragePlan | null,
  away: readonly AwayEntry[],
): SlowWeek {
  const inside = clock.minutes.filter(({ at }) => week.startAt <= at && at < week.endAt);
  const minutes = inside.map(({ at }) => at);
  const firstDay = Math.floor((inside[0]?.wall ?? 0) / DAY_MINUTES);
  const monday = Math.floor((firstDay - FIRST_MONDAY) / 7) * 7 + FIRST_MONDAY;
  const isIn = (spans: readonly Span[]) =>
    minutes.map((at) => spans.some(({ startAt, endAt }) => startAt <= at && at < endAt));
  const days = Array.from({ length: 24 }, (_, i) => monday - 8 + i);
  const holidays = plan?.holidays.map(({ date }): string => date) ?? [];
  const likeOf = (day: number) => {
    if (holidays.includes(dateOf(day))) return null;
    const workday = plan?.workdays.find(({ date }) => date === dateOf(day));
    return workday ? workday.like - 1 : (((day - FIRST_MONDAY) % 7) + 7) % 7;
  };
  return {
    minutes,
    template: (agent) => isIn(occurrences(agent, monday, clock)),
    planned: (agent) => {
      const absences = absencesOf(agent, plan, away, week, clock);
      const isAbsent = (at: Instant) => absences.some(({ startAt, endAt }) => startAt <= at && at < endAt);
      const all = occurrences(agent, monday, clock);
      if (agent.week[0]?.[0] === 0 && agent.week[0][1] === WEEK_MINUTES) {
        return isIn(all).map((there, i) => there && !isAbsent(minutes[i] ?? week.startAt));
      }
      return isIn(all.filter(({ startAt }) => !isAbsent(startAt)));
    },
    ruled: (rules) => {
      const covered = markRules(rules);
      return isIn(
        days.flatMap((day) => {
          const like = likeOf(day);
          if (like === null) return [];
          return runsOf(covered.slice(like * DAY_MINUTES, (like + 1) * DAY_MINUTES)).map(([start, end]) => ({
            startAt: clock.find(day * DAY_MINUTES + start, "first"),
            endAt: clock.find(day * DAY_MINUTES + end, "last"),
          }));
        }),
      );
    },
    holiday: () =>
      isIn(
        holidays.map((date) => ({
          startAt: clock.find(dayOf(date) * DAY_MINUTES, "first"),
          endAt: clock.find((dayOf(date) + 1) * DAY_MINUTES, "first"),
        })),
      ),
  };
}

/** The agent's blocks from a week before to where seven days on screen may reach, one where they meet on the wall. */
function occurrences(agent: Agent, monday: number, clock: SlowClock): Span[] {
  const weeks = [-1, 0, 1, 2].map((week) => (monday + week * 7) * DAY_MINUTES);
  const onWall = weeks.flatMap((midnight) =>
    agent.week.map(([start, end]) => [midnight + start, midnight + end]),
  );
  const starts = onWall.map(([start]) => start).filter((start) => !onWall.some(([, end]) => end === start));
  const ends = onWall.map(([, end]) => end).filter((end) => !onWall.some(([start]) => start === end));
  return starts.flatMap((start = 0, i) => {
    const span = { startAt: clock.find(start, "first"), endAt: clock.find(ends[i] ?? 0, "last") };
    return span.startAt < span.endAt ? [span] : [];
  });
}

/** The dates, as instants, on which a block of this agent that starts does not count. */
function absencesOf(
  agent: Agent,
  plan: CoveragePlan | null,
  away: readonly AwayEntry[],
  week: Span,
  clock: SlowClock,
): Span[] {
  const asSpan = (from: string, to: string): Span => ({
    startAt: clock.find(dayOf(from) * DAY_MINUTES, "first"),
    endAt: clock.find((dayOf(to) + 1) * DAY_MINUTES, "first"),
  });
  const leave = plan?.leave.filter((one) => one.agent === agent.id) ?? [];
  const entries = away.filter(
    ({ who }) =>
      who.kind === "all" ||
      (who.kind === "agent" && who.id === agent.id) ||
      (who.kind === "department" && who.name === agent.department),
  );
  return [
    ...leave.map(({ from, to }) => asSpan(from, to)),
    ...entries.map(({ days }) => (days ? asSpan(days.from, days.to) : week)),
  ];
}

/** Section 2's table of rules, minute by minute of the week. */
export function markRules(rules: readonly WeeklyRule[]): readonly boolean[] {
  const covered = Array.from({ length: WEEK_MINUTES }, () => false);
  for (const { weekdays, start, end } of rules) {
    for (const weekday of weekdays) {
      const until = end < start ? end + DAY_MINUTES : end;
      for (let minute = start; minute < until; minute++) {
        covered[((weekday - 1) * DAY_MINUTES + minute) % WEEK_MINUTES] = true;
      }
    }
  }
  return covered;
}

/** The stretches of true, as `[from, to)`. */
export function runsOf(marks: readonly boolean[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  marks.forEach((mark, i) => {
    const last = runs.at(-1);
    if (mark && last?.[1] === i) last[1] = i + 1;
    else if (mark) runs.push([i, i + 1]);
  });
  return runs;
}
