import type { Locale } from "#lib/contract/view.ts";
import type { Words } from "#lib/i18n/index.ts";
import type { SpecialDay } from "#lib/schedule/special-day.ts";
import type { Skill, Week } from "#lib/schedule/types.ts";

/** What all rows share. One object for all of them, replaced only when something in it changes. */
export interface RowSetting {
  readonly week: Week;
  readonly locale: Locale;
  readonly words: Words;
  readonly skills: ReadonlyMap<string, Skill>;
  readonly pickedSkills: readonly string[];
  /** Width of a day's column in px, for choosing what a bar can print. */
  readonly dayWidthPx: number;
  /** How many skill badges a row shows before "+n". */
  readonly badges: number;
  readonly compact: boolean;
  /** The data is old: statuses are no longer shown as the present. */
  readonly aged: boolean;
  /** What the plan calls each day of the week on screen; null: a day like others. */
  readonly specialDays: readonly (SpecialDay | null)[];
  /** Which day of the week on screen is today; null in another week. */
  readonly todayIndex: number | null;
}
