import type { Agent, Skill, WeekBlock } from "../types.ts";
import { DAY_MINUTES } from "../types.ts";
import { agent } from "./agents.ts";

/** Shifts of a desk that never closes, in minutes of the day; the last one runs overnight. */
const SHIFTS = [
  [[540, 1080]],
  [
    [540, 720],
    [780, 1080],
  ],
  [[480, 960]],
  [[600, 1140]],
  [[795, 1320]],
  [[1320, 1800]],
] as const;

/** A desk of this many agents and skills, the last skill the default one; the same on every call. */
export function makeLargeDesk(
  size: number,
  skillCount: number,
): { readonly agents: readonly Agent[]; readonly skills: readonly Skill[] } {
  const draw = makeDraw(size);
  const skills = Array.from({ length: skillCount }, (_, i) => ({
    id: `skill-${i}`,
    name: `Skill ${i}`,
    isDefault: i === skillCount - 1,
  }));
  const agents = Array.from({ length: size }, (_, i) => {
    const skillIds = new Set(Array.from({ length: 1 + draw(5) }, () => `skill-${draw(skillCount)}`));
    const status = draw(50) === 0 ? "removed" : "online";
    return agent(`agent-${i}`, { status, skillIds: [...skillIds], week: drawWeek(draw) });
  });
  return { agents, skills };
}

/** Five days in a row of one shift, moved by up to an hour, which few others begin at just the same minute. */
function drawWeek(draw: (below: number) => number): readonly WeekBlock[] {
  const shift = SHIFTS[draw(SHIFTS.length)] ?? SHIFTS[0];
  const firstDay = draw(3);
  const later = draw(12) * 5;
  return Array.from({ length: 5 }, (_, day) =>
    shift.map(([start, end]): WeekBlock => {
      const midnight = (firstDay + day) * DAY_MINUTES + later;
      return [midnight + start, Math.min(midnight + end, 7 * DAY_MINUTES)];
    }),
  ).flat();
}

/** Whole numbers from 0 to below `below`, always in the same order (Park and Miller). */
function makeDraw(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
