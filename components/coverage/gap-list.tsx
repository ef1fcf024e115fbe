"use client";
import { useMemo } from "react";
import { gapSentence, gapSkills } from "#lib/i18n/coverage-sentences.ts";
import { formatHourCount, formatHours, formatStretchOfWeek } from "#lib/i18n/format.ts";
import type { Coverage } from "#lib/schedule/coverage.ts";
import type { OpenStretch } from "./cover-dialog.tsx";
import { type GapLine, gapLines, linesAhead } from "./coverage-lists.ts";
import { type CoverageTelling, skillName } from "./coverage-telling.ts";
import { HEAT_TONES } from "./heat-row.tsx";
import { ListSection } from "./list-section.tsx";

interface GapListProps {
  readonly shown: Coverage;
  /** Without the what-if. */
  readonly base: Coverage;
  readonly telling: CoverageTelling;
  readonly aged: boolean;
  readonly onOpen: (stretch: OpenStretch) => void;
}

const MOST = 8;

/** Where the week lacks people, and for how long; in the present week only what is still to come. */
export function GapList({ shown, base, telling, aged, onOpen }: GapListProps) {
  const { week, now, words } = telling;
  const lines = useMemo(() => gapLines(shown, base), [shown, base]);
  const holdsNow = !aged && week.startAt <= now && now < week.endAt;
  const ahead = useMemo(() => linesAhead(lines, holdsNow ? now : null), [lines, holdsNow, now]);
  return (
    <ListSection
      icon="alert"
      tone="text-danger-ink"
      title={holdsNow ? words.coverage.gapsAhead : words.coveragePage.gaps}
      aside={words.coveragePage.windows(ahead.length, lines.length)}
      lines={ahead}
      none={words.coveragePage.noGaps}
      max={MOST}
      keyOf={({ startAt, endAt }) => `${startAt} ${endAt}`}
    >
      {(line) => <GapButton line={line} telling={telling} onOpen={onOpen} />}
    </ListSection>
  );
}

interface GapButtonProps extends Pick<GapListProps, "telling" | "onOpen"> {
  readonly line: GapLine;
}

function GapButton({ line, telling, onOpen }: GapButtonProps) {
  const { week, locale, words } = telling;
  const nameOf = (skill: string | null) => skillName(skill, telling);
  const { startAt, endAt, gaps, lowest, added } = line;
  const open = () => onOpen({ startAt, endAt, skills: gaps.map(({ skill }) => skill) });
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-label={`${gapSentence(line, nameOf, week.zone, locale)} ${words.coverage.whoCouldCover}`}
      onClick={open}
      className="flex w-full items-center gap-3 border-b border-line py-2 text-left hover:bg-sunken focus-inset"
    >
      <span
        className={`flex size-6 shrink-0 items-center justify-center rounded-cell text-label font-semibold ${lowest === 0 ? HEAT_TONES.none : `${HEAT_TONES.c1} border-b-2 border-danger`}`}
      >
        {lowest}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate text-body font-medium">
          {formatStretchOfWeek(line, week.zone, locale)}
        </span>
        <span className="flex items-center gap-2">
          <bdi className="truncate text-small text-ink-2">{gapSkills(line, nameOf, locale)}</bdi>
          {added > 0 && (
            <span className="shrink-0 rounded-chip border border-accent px-1 text-label font-semibold text-accent-ink">
              {words.coverage.newSkills(added)}
            </span>
          )}
        </span>
      </span>
      <span className="shrink-0 text-right">
        <span className="block text-body font-semibold text-danger-ink">
          {formatHours((endAt - startAt) / 60_000, locale)}
        </span>
        <span className="block text-small text-ink-2">
          {words.coveragePage.peopleHours(formatHourCount(line.peopleMs / 60_000))}
        </span>
      </span>
    </button>
  );
}
