import { type Instant, WEEK_MINUTES, type WeekBlock } from "./types.ts";
import { wallReachAt } from "./zone.ts";

/** 1970-01-01 was a Thursday: minutes from the Monday before. */
const EPOCH_WEEK_MINUTE = 3 * 1440;

const NOTHING: WeekBlock = [0, 0];

/** Whether a weekly template is planned at a moment. */
export type PlannedAt = (week: readonly WeekBlock[]) => boolean;

/**
 * Makes the question "is this template planned at `at`?" for a desk in `zone`: the same answer as asking the spans of
 * `makeExpander`, hours that occur twice or never included, at the cost of a few comparisons. Ten thousand agents are
 * asked each minute, and few of them are drawn.
 */
export function makePlannedAt(zone: string, at: Instant): PlannedAt {
  const wall = wallReachAt(at, zone);
  const monday =
    Math.floor((wall.leftBehind + EPOCH_WEEK_MINUTE) / WEEK_MINUTES) * WEEK_MINUTES - EPOCH_WEEK_MINUTE;
  const reached = wall.reached - monday;
  const leftBehind = wall.leftBehind - monday;
  return (week) => {
    // By index, and not taken apart: until this has run for a while, which is when everybody waits for it, the language's
    // finer ways cost as much as the rest.
    for (let i = 0; i < week.length; i++) {
      const block = week[i] ?? NOTHING;
      // A block has begun once the wall has shown its start, and is over once it has left its end behind for good.
      if (block[0] <= reached && block[1] > leftBehind) return true;
    }
    // Midnight of Sunday twice: the clock has been in the next week already.
    const first = week[0];
    return first !== undefined && first[0] + WEEK_MINUTES <= reached;
  };
}
