import { Avatar } from "#components/agent/avatar.tsx";
import { coverageSentence } from "#lib/i18n/coverage-sentences.ts";
import { COVERAGE_WORDS } from "#lib/i18n/coverage-words.ts";
import { formatStretch } from "#lib/i18n/format.ts";
import type { Locale } from "#lib/i18n/index.ts";
import type { CoverageInput } from "#lib/schedule/coverage.ts";
import { type OnDuty, staffOf } from "#lib/schedule/on-duty.ts";
import type { Skill, Span } from "#lib/schedule/types.ts";
import type { CoverageTelling } from "./coverage-telling.ts";
import type { HeatCell } from "./heat-cells.ts";

/** How many names a card and a description hold before "and n more". */
const NAMES = 8;

/** A cell of the map with its row. */
export interface SeenCell {
  /** Null: everyone. */
  readonly skill: Skill | null;
  readonly cell: HeatCell;
}

/** The names behind a cell, in one line for screen readers. */
export function namesOf({ skill, cell }: SeenCell, input: CoverageInput, locale: Locale): string {
  const words = COVERAGE_WORDS[locale].coveragePage;
  const { specialists, fallback } = staffOf(stretchOf(cell, skill), input.agents, input.skills);
  const isFallback = specialists.length === 0 && fallback.length > 0;
  const staff = isFallback ? fallback : specialists;
  if (staff.length === 0) return words.nobodyThen;
  const names = staff.slice(0, NAMES).map(({ agent }) => agent.name);
  if (staff.length > NAMES) names.push(words.moreNames(staff.length));
  const said = names.join(locale === "zh" ? "、" : ", ");
  return isFallback ? `${words.steppingIn}${locale === "zh" ? "：" : ": "}${said}` : said;
}

const stretchOf = ({ startAt, endAt }: Span, skill: Skill | null) => ({
  startAt,
  endAt,
  skill: skill?.id ?? null,
});

interface CellNamesProps extends SeenCell {
  readonly telling: CoverageTelling;
}

/** The card of a cell: its sentence, and who stands behind the number. */
export function CellNames({ skill, cell, telling }: CellNamesProps) {
  const { input, locale, week, words } = telling;
  const staff = staffOf(stretchOf(cell, skill), input.agents, input.skills);
  return (
    <div className="flex flex-col gap-3 p-4">
      <p className="text-body font-semibold">
        {coverageSentence({ ...cell, row: skill?.name ?? null }, week.zone, locale)}
      </p>
      <StaffList staff={staff.specialists} stretch={cell} telling={telling} max={NAMES} />
      {staff.specialists.length === 0 && staff.fallback.length > 0 && (
        <>
          <p className="text-small font-medium text-fall-ink">{words.coveragePage.steppingIn}</p>
          <StaffList staff={staff.fallback} stretch={cell} telling={telling} max={NAMES} />
        </>
      )}
      <p className="border-t border-line pt-2 text-small text-ink-3">{words.coveragePage.seeCover}</p>
    </div>
  );
}

interface StaffListProps {
  readonly staff: readonly OnDuty[];
  readonly stretch: Span;
  readonly telling: CoverageTelling;
  readonly max: number;
}

/** Names, each with its hours where it is not there for the whole stretch. */
export function StaffList({ staff, stretch, telling, max }: StaffListProps) {
  const { week, locale, words } = telling;
  const isWhole = ([first, ...rest]: readonly Span[]) =>
    rest.length === 0 && first?.startAt === stretch.startAt && first.endAt === stretch.endAt;
  if (staff.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1.5">
      {staff.slice(0, max).map(({ agent, spans }) => (
        <li key={agent.id} className="flex items-center gap-2.5 text-body">
          <Avatar agent={agent} status={agent.status} size="small" />
          <bdi className="min-w-0 flex-1 truncate">{agent.name}</bdi>
          {!isWhole(spans) && (
            <span className="text-small text-ink-2">
              {spans
                .map((span) => formatStretch(span, week.zone, locale))
                .join(locale === "zh" ? "、" : ", ")}
            </span>
          )}
        </li>
      ))}
      {staff.length > max && (
        <li className="text-small text-ink-2">{words.coveragePage.moreNames(staff.length)}</li>
      )}
    </ul>
  );
}
