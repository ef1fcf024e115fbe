import { weekFromRules } from "./expand.ts";
import { intersect } from "./interval.ts";
import { RULE_NOTES, type RuleNote, type Weekday, type WeeklyRule } from "./types.ts";

/**
 * The notes of one agent's rules, in the order of `RULE_NOTES`, each at most once. A merged week no longer shows them,
 * so they are taken while the rules are still at hand:
 * - `group-overlaps-day`: a rule for several days (every day, weekdays, weekend) and one for a single day share time;
 * - `overnight-meets-next`: an overnight rule touches or overlaps what its agent has the next morning.
 */
export function noteRules(rules: readonly WeeklyRule[]): readonly RuleNote[] {
  const found: Readonly<Record<RuleNote, boolean>> = {
    "group-overlaps-day": groupOverlapsDay(rules),
    "overnight-meets-next": overnightMeetsNext(rules),
  };
  return RULE_NOTES.filter((note) => found[note]);
}

function groupOverlapsDay(rules: readonly WeeklyRule[]): boolean {
  const groups = rules.filter(({ weekdays }) => weekdays.length > 1);
  const days = rules.filter(({ weekdays }) => weekdays.length === 1);
  if (groups.length === 0 || days.length === 0) return false;
  return intersect(weekFromRules(groups).week, weekFromRules(days).week).length > 0;
}

function overnightMeetsNext(rules: readonly WeeklyRule[]): boolean {
  // One look at each rule: copies of one agent may bring tens of thousands.
  const earliest = new Map<Weekday, number>();
  for (const { weekdays, start, end } of rules) {
    if (start === end) continue;
    for (const weekday of weekdays) earliest.set(weekday, Math.min(earliest.get(weekday) ?? start, start));
  }
  // A rule that ends at 00:00 stays on its own day.
  const nights = rules.filter(({ start, end }) => 0 < end && end < start);
  return nights.some(({ weekdays, end }) =>
    weekdays.some((weekday) => (earliest.get(NEXT[weekday]) ?? Number.POSITIVE_INFINITY) <= end),
  );
}

const NEXT: Readonly<Record<Weekday, Weekday>> = { 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 7, 7: 1 };
