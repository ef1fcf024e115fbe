import { RECORD_NOTES, STATUSES } from "#lib/schedule/types.ts";
import {
  type Check,
  type FieldChecks,
  isFlag,
  isListOf,
  isMissingOr,
  isNullOr,
  isObjectOf,
  isOneOf,
  isText,
  isWhole,
} from "./check.ts";
import { PROBLEM_CODES } from "./problem-codes.ts";
import type { AgentJson, Problem, RosterChange, RosterJson } from "./roster.ts";

/** The roster's schema (roster-schema.ts) as the browser holds answers to it; checks.test.ts compares the two. */

const isTextOrNull = isNullOr(isText);
const isTextList = isListOf(isText);

/** `[start, end]` of a block. */
const isPair: Check<readonly [number, number]> = (value): value is readonly [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every(isWhole);

const AGENT: FieldChecks<AgentJson> = {
  id: isText,
  name: isText,
  avatarUrl: isTextOrNull,
  email: isTextOrNull,
  department: isTextOrNull,
  company: isTextOrNull,
  status: isOneOf(STATUSES),
  statusSince: isTextOrNull,
  skillIds: isTextList,
  week: isListOf(isPair),
  notes: isListOf(isOneOf(RECORD_NOTES)),
  sortKey: isText,
  searchKeys: isText,
};

const PARTS: FieldChecks<Omit<RosterJson, "agents">> = {
  desk: isObjectOf({ key: isText, name: isText, timeZone: isText }),
  freshness: isOneOf(["fresh", "stale"]),
  problem: isNullOr(
    isObjectOf<Problem>({ code: isOneOf(PROBLEM_CODES), since: isText, logId: isMissingOr(isText) }),
  ),
  skills: isListOf(isObjectOf({ id: isText, name: isText, isDefault: isFlag })),
  setAside: isObjectOf({ agents: isWhole, rules: isWhole, skills: isWhole }),
};

export const isAgent: Check<AgentJson> = isObjectOf(AGENT);

export const isRoster: Check<RosterJson> = isObjectOf({ ...PARTS, agents: isListOf(isAgent) });

export const isRosterChange: Check<RosterChange> = isObjectOf({
  since: isText,
  changed: isListOf(isObjectOf({ ...allMissingOr(AGENT), id: isText })),
  came: isListOf(isAgent),
  left: isTextList,
  ...allMissingOr(PARTS),
});

/** The same fields, each of which may be left out. */
function allMissingOr<T extends object>(fields: FieldChecks<T>): FieldChecks<Partial<T>> {
  const checks = Object.entries<Check<unknown>>(fields).map(([name, check]) => [name, isMissingOr(check)]);
  return Object.fromEntries(checks);
}
