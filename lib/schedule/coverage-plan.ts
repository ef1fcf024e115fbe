import type { LocalDate, Weekday, WeeklyRule } from "./types.ts";

/**
 * What a manager says about a desk beyond Feishu: the `COVERAGE_FILE` of product.md section 6, already parsed. Rules
 * have the times of section 2 (overnight, 24:00); dates are calendar days of the desk's zone, both ends inclusive.
 */
export interface CoveragePlan {
  /** Null where the file does not speak of opening hours; an empty list is a desk that is never open. */
  readonly openingHours: readonly WeeklyRule[] | null;
  readonly minimums: readonly Minimum[];
  readonly holidays: readonly Holiday[];
  readonly workdays: readonly Workday[];
  readonly leave: readonly Leave[];
}

/** At least `agents` specialists of a skill, or planned agents of any kind where `skill` is null, at the rule's times. */
export interface Minimum {
  readonly skill: string | null;
  readonly rule: WeeklyRule;
  readonly agents: number;
}

/** A day on which the desk is closed. Blocks stay where they are. */
export interface Holiday {
  readonly date: LocalDate;
  readonly name: string;
}

/** A day with the opening hours and minimums of another weekday. */
export interface Workday {
  readonly date: LocalDate;
  readonly like: Weekday;
  readonly name: string | null;
}

/** An agent is away: the blocks that start on these days do not count. */
export interface Leave {
  readonly agent: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly note: string | null;
}
