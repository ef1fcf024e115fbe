import type { Level } from "#lib/schedule/coverage.ts";
import type { GapWindow } from "#lib/schedule/gap-windows.ts";
import type { Day, Span } from "#lib/schedule/types.ts";
import { COVERAGE_WORDS } from "./coverage-words.ts";
import { formatDay, formatHourCount, formatPiece, formatStretch } from "./format.ts";
import type { Locale } from "./index.ts";

/** Coverage in sentences: one for each cell and each gap, for screen readers, tooltips, copies and alerts alike. */

export interface SpokenCount {
  readonly level: Level;
  readonly lowest: number;
  readonly highest: number;
}

/** A cell of the map; `row` is the skill's name, or null for everyone. */
export interface SpokenCell extends Span, SpokenCount {
  readonly row: string | null;
  readonly isShort: boolean;
  /** What it was before a what-if; null where that changes nothing. */
  readonly before: SpokenCount | null;
}

/** `Billing, Thu 19 Nov 13:00–18:00: 5–6 specialists; without the what-if: 6 specialists`. */
export function coverageSentence(cell: SpokenCell, zone: string, locale: Locale): string {
  const { coverage, coveragePage } = COVERAGE_WORDS[locale];
  const said = [countSentence(cell, cell.row === null, locale)];
  if (cell.isShort) said.push(coveragePage.short);
  if (cell.before !== null) {
    said.push(coveragePage.changedFrom(countSentence(cell.before, cell.row === null, locale)));
  }
  const reading = said.join(locale === "zh" ? "；" : "; ");
  return coveragePage.cell(cell.row ?? coverage.everyone, formatStretch(cell, zone, locale), reading);
}

/** A day of a row: `Thu 19 Nov: 00:00–09:00 nobody, 09:00–24:00 2–3 specialists`. `cells` lie within `day`, in order. */
export function coverageDaySentence(
  day: Day,
  cells: readonly (Span & SpokenCount)[],
  isEveryone: boolean,
  zone: string,
  locale: Locale,
): string {
  const said = cells.map(
    (cell) => `${formatPiece(cell, day, zone)} ${countSentence(cell, isEveryone, locale)}`,
  );
  const [colon, comma] = locale === "zh" ? ["：", "、"] : [": ", ", "];
  return `${formatDay(day.date, locale)}${colon}${said.join(comma)}`;
}

/** `5–6 specialists`, `no specialist, 2 on fallback`; of everyone, `14 on shift`. */
export function countSentence({ level, lowest, highest }: SpokenCount, isEveryone: boolean, locale: Locale) {
  const words = COVERAGE_WORDS[locale].coveragePage;
  const count = lowest === highest ? String(lowest) : `${lowest}–${highest}`;
  if (level === "none") return words.level.none;
  return isEveryone && level !== "closed" ? words.people(count) : words.level[level](count);
}

export interface SpokenGap extends GapWindow {
  /** The fewest who are there. */
  readonly lowest: number;
  /** In ms, over all its skills. */
  readonly peopleMs: number;
}

/** How many skills a gap names before "n more". */
const NAMED_SKILLS = 2;

/** `Thu 19 Nov 19:00–22:00: nobody for Billing, Refunds, 7 more (27 people-hours)`. */
export function gapSentence(
  gap: SpokenGap,
  nameOf: (skill: string | null) => string,
  zone: string,
  locale: Locale,
): string {
  const words = COVERAGE_WORDS[locale].coveragePage;
  const when = formatStretch(gap, zone, locale);
  const skills = gapSkills(gap, nameOf, locale);
  const people = Math.max(...gap.gaps.map((one) => one.people));
  const said = gap.lowest === 0 ? words.gapNobody(when, skills) : words.gapMissing(when, skills, people);
  const hours = words.peopleHours(formatHourCount(gap.peopleMs / 60_000));
  return locale === "zh" ? `${said}（${hours}）` : `${said} (${hours})`;
}

/** `Billing, Refunds, 7 more`. */
export function gapSkills(
  { gaps }: GapWindow,
  nameOf: (skill: string | null) => string,
  locale: Locale,
): string {
  const names = gaps.slice(0, NAMED_SKILLS).map(({ skill }) => nameOf(skill));
  const rest = gaps.length - names.length;
  return COVERAGE_WORDS[locale].coveragePage.gapSkills(names.join(locale === "zh" ? "、" : ", "), rest);
}
