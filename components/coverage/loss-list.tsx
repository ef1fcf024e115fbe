"use client";
import { useMemo } from "react";
import { Icon } from "#components/ui/icon.tsx";
import { formatHourCount, formatHours, formatStretchOfWeek, weekdayName } from "#lib/i18n/format.ts";
import type { AwayEntry } from "#lib/schedule/away.ts";
import { weekdayOf } from "#lib/schedule/week.ts";
import { type Changes, summariseChanges } from "#lib/schedule/what-if.ts";
import { dateAt } from "#lib/schedule/zone.ts";
import { awayNames } from "./away-names.ts";
import { type LossLine, lossLines } from "./coverage-lists.ts";
import { type CoverageTelling, skillName } from "./coverage-telling.ts";
import { ListSection } from "./list-section.tsx";

interface LossListProps {
  readonly changes: Changes;
  readonly away: readonly AwayEntry[];
  readonly telling: CoverageTelling;
}

const MOST = 8;

/** What the what-if takes, skill by skill: when, for how long, and what is left. */
export function LossList({ changes, away, telling }: LossListProps) {
  const { words, week } = telling;
  const lines = useMemo(() => lossLines(summariseChanges(changes.skills), week.zone), [changes, week.zone]);
  return (
    <ListSection
      icon="away"
      tone="text-accent-ink"
      title={words.coveragePage.ifAway(awayNames(away, telling.agents, words))}
      aside={words.coverage.hoursChange(formatHourCount(changes.skillMs / 60_000))}
      lines={lines}
      none={words.coveragePage.nothingLost}
      max={MOST}
      keyOf={({ skill, outcome, spans: [first] }) => JSON.stringify([skill, outcome, first.startAt])}
    >
      {(line) => <LossRow line={line} telling={telling} />}
    </ListSection>
  );
}

function LossRow({ line, telling }: { readonly line: LossLine; readonly telling: CoverageTelling }) {
  return (
    <div className="grid grid-cols-[minmax(0,7rem)_1fr_auto] items-baseline gap-x-3 py-1.5 text-body">
      <bdi className="truncate">{skillName(line.skill, telling)}</bdi>
      <span className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-ink-2">{tellDays(line.spans, telling)}</span>
        <Outcome line={line} telling={telling} />
      </span>
      <span className="text-small whitespace-nowrap text-ink-2">
        {formatHours(line.lostMs / 60_000, telling.locale)}
      </span>
    </div>
  );
}

/** `Thu, Fri 18:00–19:00`: the last stretch, after the days on which the same hours came before. */
function tellDays(spans: LossLine["spans"], { week, locale }: CoverageTelling): string {
  const comma = locale === "zh" ? "、" : ", ";
  const last = spans.at(-1);
  const days = spans
    .slice(0, -1)
    .map(({ startAt }) => weekdayName(weekdayOf(dateAt(startAt, week.zone)), locale) + comma);
  return last === undefined ? "" : days.join("") + formatStretchOfWeek(last, week.zone, locale);
}

function Outcome({ line, telling }: { readonly line: LossLine; readonly telling: CoverageTelling }) {
  const { cover, coverage, coveragePage } = telling.words;
  const { outcome, highestBefore, lowestAfter } = line;
  // Nobody was lost where no specialist had been: only those who stepped in.
  const before = highestBefore === 0 ? cover.fallback : String(highestBefore);
  if (outcome === "none") {
    return (
      <span className="inline-flex items-baseline gap-1.5 font-semibold text-danger-ink">
        <Icon name="alert" className="size-3.5 self-center" />
        {coveragePage.loss(before, coveragePage.outcome.none)}
      </span>
    );
  }
  return outcome === "fallback" ? (
    <span className="font-semibold text-fall-ink">
      {coveragePage.loss(before, coveragePage.outcome.fallback)}
    </span>
  ) : (
    <span className="font-medium text-ink-2">{coverage.stillCovered(lowestAfter)}</span>
  );
}
