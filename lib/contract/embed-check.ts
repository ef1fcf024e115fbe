import type { CoveragePlan, Holiday, Leave, Minimum, Workday } from "#lib/schedule/coverage-plan.ts";
import type { Desk, LocalDate, Weekday, WeeklyRule } from "#lib/schedule/types.ts";
import { readLocalDate } from "#lib/schedule/week.ts";
import { type Check, isListOf, isNullOr, isObjectOf, isOneOf, isRecordOf, isText, isWhole } from "./check.ts";
import type { EmbedSessionJson, EmbedSiteJson } from "./embed.ts";

/** The schemas of embed.ts and plan.ts as the frame holds answers to them; checks.test.ts compares the two. */

export const isEmbedSession: Check<EmbedSessionJson> = isObjectOf({ bearer: isText, expiresIn: isWhole });

const isTextOrNull = isNullOr(isText);
const isDate: Check<LocalDate> = (value): value is LocalDate =>
  isText(value) && readLocalDate(value) !== undefined;
const isWeekday = isOneOf<Weekday>([1, 2, 3, 4, 5, 6, 7]);

const isRule: Check<WeeklyRule> = isObjectOf({
  weekdays: isListOf(isWeekday),
  start: isWhole,
  end: isWhole,
});
const isPlan: Check<CoveragePlan> = isObjectOf({
  openingHours: isNullOr(isListOf(isRule)),
  minimums: isListOf(isObjectOf<Minimum>({ skill: isTextOrNull, rule: isRule, agents: isWhole })),
  holidays: isListOf(isObjectOf<Holiday>({ date: isDate, name: isText })),
  workdays: isListOf(isObjectOf<Workday>({ date: isDate, like: isWeekday, name: isTextOrNull })),
  leave: isListOf(isObjectOf<Leave>({ agent: isText, from: isDate, to: isDate, note: isTextOrNull })),
});

const isDeskList = isListOf(isObjectOf<Desk>({ key: isText, name: isText, timeZone: isText }));

export const isEmbedSite: Check<EmbedSiteJson> = isObjectOf({
  desks: (value): value is [Desk, ...Desk[]] => isDeskList(value) && value.length > 0,
  plans: isRecordOf(isPlan),
  expiresIn: isNullOr(isWhole),
});
