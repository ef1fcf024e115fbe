import { merge } from "./interval.ts";
import { joinBlocks } from "./join-blocks.ts";
import { addDays, daysBetween, mondayOf } from "./local-date.ts";
import {
  DAY_MINUTES,
  type Instant,
  type PlannedSpan,
  type Span,
  WEEK_MINUTES,
  type WeekBlock,
  type WeeklyRule,
} from "./types.ts";
import { dateAt, makeWallClock } from "./zone.ts";

/**
 * The weekly template of an agent's rules (product.md, section 2): overnight rules run on into the next day, Sunday's
 * into Monday; rules that overlap or touch become one block. What runs over Sunday midnight stands as two blocks.
 * `overlaps`: some minute is covered twice (touching is not). Rules with end = start cover nothing.
 */
export function weekFromRules(rules: readonly WeeklyRule[]): {
  readonly week: readonly WeekBlock[];
  readonly overlaps: boolean;
} {
  const blocks: WeekBlock[] = [];
  for (const rule of rules) addBlocks(blocks, rule);
  blocks.sort(([a], [b]) => a - b);
  const overlaps = blocks.some(([start], i) => start < (blocks[i - 1]?.[1] ?? 0));
  return { week: merge(blocks), overlaps };
}

function addBlocks(blocks: WeekBlock[], { weekdays, start, end }: WeeklyRule): void {
  if (start === end) return;
  const length = end > start ? end - start : end + DAY_MINUTES - start;
  for (const weekday of weekdays) {
    const from = (weekday - 1) * DAY_MINUTES + start;
    const until = from + length;
    blocks.push([from, Math.min(until, WEEK_MINUTES)]);
    if (until > WEEK_MINUTES) blocks.push([0, until - WEEK_MINUTES]);
  }
}

/**
 * Makes the function that turns weekly templates of a desk in `zone` into instants.
 *
 * It gives every span that intersects `range`, sorted, whole rather than clipped (so that a night shift keeps its
 * name) and merged across midnights; a round-the-clock template is bounded by one week on either side of the range's
 * weeks. A block's start that occurs twice means its first occurrence, an end its last; a skipped time is the first
 * instant after the gap, and a block that this leaves empty is dropped (product.md, section 2). Blocks that this makes
 * touch are one span, which remembers them.
 *
 * Make it once for a roster: what it learns of the zone is shared by all agents, and the same template is laid out once.
 */
export function makeExpander(zone: string, range: Span): Expander {
  // One week on either side of those that the range touches: no block but a round-the-clock one reaches further.
  const monday = addDays(mondayOf(dateAt(range.startAt, zone)), -7);
  const weeks = daysBetween(monday, mondayOf(dateAt(range.endAt, zone))) / 7 + 2;
  const clock = makeWallClock(monday, weeks * 7, zone);
  const known = new WeakMap<readonly WeekBlock[], readonly PlannedSpan[]>();
  const layOut = (template: readonly WeekBlock[]) => {
    const blocks: { startAt: Instant; endAt: Instant }[] = [];
    let lastEnd = Number.NaN;
    let meet = false;
    for (let minute = 0; minute < weeks * WEEK_MINUTES; minute += WEEK_MINUTES) {
      for (const [start, end] of template) {
        const startAt = clock(minute + start, "first");
        const endAt = clock(minute + end, "last");
        if (startAt >= endAt) continue;
        const last = blocks.at(-1);
        // Only over Sunday midnight does a template hold one block as two.
        if (last && minute + start === lastEnd) last.endAt = endAt;
        else {
          meet ||= last !== undefined && startAt <= last.endAt;
          blocks.push({ startAt, endAt });
        }
        lastEnd = minute + end;
      }
    }
    // Hardly ever, and ten thousand templates are laid out at once.
    const spans = meet ? joinBlocks(blocks) : blocks;
    return spans.filter(({ startAt, endAt }) => startAt < range.endAt && endAt > range.startAt);
  };
  const expand = (template: readonly WeekBlock[]) => {
    const before = known.get(template);
    if (before !== undefined) return before;
    const spans = layOut(template);
    known.set(template, spans);
    return spans;
  };
  return Object.assign(expand, { zone });
}

/** Weekly templates of desks in `zone` to instants, for one range of time. */
export interface Expander {
  (week: readonly WeekBlock[]): readonly PlannedSpan[];
  readonly zone: string;
}
