import { makeRule } from "#lib/schedule/clock-time.ts";
import { weekFromRules } from "#lib/schedule/expand.ts";
import { noteRules } from "#lib/schedule/rule-notes.ts";
import type { RecordNote, RuleNote, WeekBlock, WeeklyRule } from "#lib/schedule/types.ts";
import { readEnd, readStart } from "./read-time.ts";
import { asObject } from "./read-value.ts";
import { readWeekdays } from "./read-weekday.ts";

export interface ReadSchedule {
  readonly week: readonly WeekBlock[];
  readonly notes: ReadonlySet<RecordNote>;
  /** What is odd about the rules that could be read, beyond product.md's notes. */
  readonly ruleNotes: readonly RuleNote[];
  /** Rules that could not be read. */
  readonly setAside: number;
}

/** All rules of one agent, judged one by one and then laid into a week together (product.md, section 2). */
export function readSchedule(given: readonly unknown[]): ReadSchedule {
  const notes = new Set<RecordNote>();
  const rules: WeeklyRule[] = [];
  let setAside = 0;
  for (const one of given) {
    const read = readRule(one);
    for (const note of read.notes) notes.add(note);
    if (read.rule) rules.push(read.rule);
    else if (read.isSetAside) setAside++;
  }
  if (given.length === 0) notes.add("no-schedule");
  const { week, overlaps } = weekFromRules(rules);
  if (overlaps) notes.add("overlap");
  return { week, notes, ruleNotes: noteRules(rules), setAside };
}

interface ReadRule {
  readonly rule?: WeeklyRule;
  readonly isSetAside: boolean;
  readonly notes: readonly RecordNote[];
}

/**
 * One rule. A rule with both faults gives both notes and is set aside once. One of no length was understood
 * and means no time at all, so it is noted but not set aside. What is no object has neither weekday nor times.
 */
function readRule(value: unknown): ReadRule {
  const rule = asObject(value);
  const weekdays = readWeekdays(rule?.weekday);
  const start = readStart(rule?.start_time);
  const end = readEnd(rule?.end_time);
  if (!weekdays || start === undefined || end === undefined) {
    const notes: RecordNote[] = [];
    if (!weekdays) notes.push("unknown-weekday");
    if (start === undefined || end === undefined) notes.push("unreadable-time");
    return { isSetAside: true, notes };
  }
  const laid = makeRule(weekdays, start, end);
  return laid === null
    ? { isSetAside: false, notes: ["zero-length"] }
    : { rule: laid, isSetAside: false, notes: [] };
}
