/**
 * The words of the product (product.md, section 1) as types. Everything else is written in them.
 *
 * Three kinds of time never mix:
 * - a **week minute**: minutes since Monday 00:00 on the desk's wall clock, 0 ≤ m ≤ 10080;
 * - a **LocalDate**: a calendar day, `YYYY-MM-DD`, in a zone that is named beside it;
 * - an **Instant**: epoch milliseconds, the same everywhere. Names end in `At`.
 * Every interval is half-open, `[start, end)`.
 */

export const STATUSES = ["online", "offline", "off_duty", "removed", "unknown"] as const;
/** Feishu's live state of an agent, in our words. */
export type Status = (typeof STATUSES)[number];

/** Findings of product.md section 2 about one record, in the order of its table. */
export const RECORD_NOTES = [
  "unknown-weekday",
  "unreadable-time",
  "zero-length",
  "overlap",
  "no-schedule",
  "duplicate-agent",
  "no-name",
] as const;
export type RecordNote = (typeof RECORD_NOTES)[number];

/** Findings about rules that a merged week no longer shows (lib/schedule/rule-notes.ts); not part of the roster's JSON. */
export const RULE_NOTES = ["group-overlaps-day", "overnight-meets-next"] as const;
export type RuleNote = (typeof RULE_NOTES)[number];

export const DAY_MINUTES = 1440;
export const WEEK_MINUTES = 7 * DAY_MINUTES;

/** 1 = Monday … 7 = Sunday (ISO 8601, and Feishu's single-day codes). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * A weekly rule after reading: wall-clock minutes of the desk on the given days.
 * `0 ≤ start < 1440`, `0 < end ≤ 1440`; `end < start` runs overnight into the next day.
 */
export interface WeeklyRule {
  readonly weekdays: readonly Weekday[];
  readonly start: number;
  readonly end: number;
}

/** A block of the weekly template: week minutes `[start, end)`, `0 ≤ start < end ≤ 10080`. */
export type WeekBlock = readonly [start: number, end: number];

declare const instant: unique symbol;
/** Epoch milliseconds. Make one with `asInstant` or lib/schedule/zone.ts, never by hand. */
export type Instant = number & { readonly [instant]: true };
export const asInstant = (epochMs: number): Instant => epochMs as Instant;

declare const localDate: unique symbol;
/** A calendar day `YYYY-MM-DD` that exists. Made by lib/schedule/week.ts. */
export type LocalDate = string & { readonly [localDate]: true };

/** Instants `[startAt, endAt)`, never empty. */
export interface Span {
  readonly startAt: Instant;
  readonly endAt: Instant;
}

/** What an agent works in one go by the weekly template. */
export interface PlannedSpan extends Span {
  /**
   * The template's blocks, in order, where a clock change alone made several of them touch or overlap; absent for one
   * block. Each still starts on a date of its own, which is what leave asks for.
   */
  readonly blocks?: readonly Span[];
}

export type WeekStart = "mon" | "sun";

/** One day on screen: from its first instant to the first of the next, 23 to 25 hours in the week's zone. */
export interface Day extends Span {
  readonly date: LocalDate;
  readonly weekday: Weekday;
}

/** Seven days on screen, in `zone`; starts on the Monday or Sunday of a date. */
export interface Week extends Span {
  readonly zone: string;
  readonly start: WeekStart;
  readonly days: readonly [Day, Day, Day, Day, Day, Day, Day];
}

export interface Desk {
  readonly key: string;
  readonly name: string;
  /** IANA zone in which the desk's weekly rules are wall-clock time. */
  readonly timeZone: string;
}

export interface Skill {
  readonly id: string;
  readonly name: string;
  /** Feishu routes to holders of a default skill what no specialist can take. */
  readonly isDefault: boolean;
}

export interface Agent {
  readonly id: string;
  /** Never empty; plain text, at most 200 graphemes. */
  readonly name: string;
  /** `https:` or null: then initials are shown. */
  readonly avatarUrl: string | null;
  readonly email: string | null;
  readonly department: string | null;
  readonly company: string | null;
  readonly status: Status;
  /** ISO 8601 UTC; when the present status was first seen, null where nobody watched. */
  readonly statusSince: string | null;
  readonly skillIds: readonly string[];
  /** The weekly template: sorted, merged, in the desk's zone. */
  readonly week: readonly WeekBlock[];
  readonly notes: readonly RecordNote[];
  /** What its rules say beyond that, on the server alone: `GET /api/notes` tells it. Absent: nothing, or not known here. */
  readonly ruleNotes?: readonly RuleNote[];
  /** What the server orders by: pinyin for Chinese names, compared by code unit. */
  readonly sortKey: string;
  /** Space-separated forms that a search also matches: joined pinyin, initials, folded Latin. */
  readonly searchKeys: string;
}

export interface SetAside {
  readonly agents: number;
  readonly rules: number;
  readonly skills: number;
}

/** All agents of one desk with their weeks, ordered by `sortKey`, then id. */
export interface Roster {
  readonly desk: Desk;
  readonly skills: readonly Skill[];
  readonly agents: readonly Agent[];
  readonly setAside: SetAside;
}
