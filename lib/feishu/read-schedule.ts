import { makeRule } from "#lib/schedule/clock-time.ts";
import { weekFromRules } from "#lib/schedule/expand.ts";
import { noteRules } from "#lib/schedule/rule-notes.ts";
import {
  RECORD_NOTES,
  type RecordNote,
  type RuleNote,
  type WeekBlock,
  type WeeklyRule,
} from "#lib/schedule/types.ts";
import { readEnd, readStart } from "./read-time.ts";
import { asObject } from "./read-value.ts";
import { readWeekdays } from "./read-weekday.ts";

export interface ReadSchedule {
  readonly week: readonly WeekBlock[];
  /** In the order of `RECORD_NOTES`. */
  readonly notes: readonly RecordNote[];
  /** What is odd about the rules that could be read, beyond product.md's notes. */
  readonly ruleNotes: readonly RuleNote[];
  /** Rules that could not be read. */
  readonly setAside: number;
  /** Those that could, from which the week is laid. */
  readonly rules: readonly WeeklyRule[];
}

/** Agents of one shift have the same rules, and keep them from round to round: each list is read once while it is known. */
const known = new Map<string, ReadSchedule>();
/** Lists; a few MB. */
const KNOWN_MAX = 20_000;
/** Longer lists than these are nobody's usual week. */
const KNOWN_MAX_UNITS = 1_000;

/** All rules of one agent, judged one by one and then laid into a week together (product.md, section 2). */
export function readSchedule(given: readonly unknown[]): ReadSchedule {
  const key = keyOf(given);
  if (key === null) return readRules(given);
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= KNOWN_MAX) known.clear();
  const read = readRules(given);
  known.set(key, read);
  return read;
}

/** The same for lists that read the same; null: not one that is kept. */
function keyOf(given: readonly unknown[]): string | null {
  let key = "";
  for (const one of given) {
    const rule = asObject(one);
    const { weekday, start_time: start, end_time: end } = rule ?? {};
    if (typeof weekday !== "number" || typeof start !== "string" || typeof end !== "string") return null;
    // Lengths, so that no text can pretend to be two.
    key += `${weekday} ${start.length} ${start}${end.length} ${end}`;
    if (key.length > KNOWN_MAX_UNITS) return null;
  }
  return key;
}

function readRules(given: readonly unknown[]): ReadSchedule {
  const notes: RecordNote[] = given.length === 0 ? ["no-schedule"] : [];
  const rules: WeeklyRule[] = [];
  let setAside = 0;
  for (const one of given) {
    const read = readRule(one);
    if (!Array.isArray(read)) rules.push(read);
    else {
      notes.push(...read);
      if (read !== ZERO_LENGTH) setAside++;
    }
  }
  return layRules(rules, notes, setAside);
}

/** As if the rules of all had stood in one list. */
export function uniteSchedules(all: readonly ReadSchedule[]): ReadSchedule {
  const found = new Set(all.flatMap(({ notes }) => notes));
  if (!all.every(({ notes }) => notes.includes("no-schedule"))) found.delete("no-schedule");
  const setAside = all.reduce((sum, one) => sum + one.setAside, 0);
  return layRules(
    all.flatMap(({ rules }) => rules),
    [...found],
    setAside,
  );
}

const NO_NOTES: readonly RecordNote[] = [];

function layRules(
  rules: readonly WeeklyRule[],
  found: readonly RecordNote[],
  setAside: number,
): ReadSchedule {
  const { week, overlaps } = weekFromRules(rules);
  const isFound = (note: RecordNote) => found.includes(note) || (overlaps && note === "overlap");
  const notes = found.length === 0 && !overlaps ? NO_NOTES : RECORD_NOTES.filter(isFound);
  return { week, notes, ruleNotes: noteRules(rules), setAside, rules };
}

/** Understood, and no time at all: such a rule is noted, but not set aside. */
const ZERO_LENGTH: RecordNote[] = ["zero-length"];

/**
 * One rule, or the notes on what is none. One with both faults gives both notes, and is set aside once. What is no
 * object has neither weekday nor times.
 */
function readRule(value: unknown): WeeklyRule | RecordNote[] {
  const rule = asObject(value);
  const weekdays = readWeekdays(rule?.weekday);
  const start = readStart(rule?.start_time);
  const end = readEnd(rule?.end_time);
  if (weekdays && start !== undefined && end !== undefined) {
    return makeRule(weekdays, start, end) ?? ZERO_LENGTH;
  }
  const notes: RecordNote[] = [];
  if (!weekdays) notes.push("unknown-weekday");
  if (start === undefined || end === undefined) notes.push("unreadable-time");
  return notes;
}
