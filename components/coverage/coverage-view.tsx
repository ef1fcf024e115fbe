"use client";
import { memo, useDeferredValue, useMemo, useState } from "react";
import { useLocale, useView, useWordsWith } from "#components/filters/use-view.tsx";
import { DayTabs, dayOnScreen } from "#components/grid/day-tabs.tsx";
import { EmptyDesk } from "#components/grid/empty-states.tsx";
import { useWidth } from "#components/grid/use-width.ts";
import { useAged } from "#components/shell/freshness.tsx";
import { PageTitle } from "#components/shell/page-title.tsx";
import { useAfterPaint } from "#components/ui/after-paint.ts";
import type { Reading } from "#lib/client/fetch-roster.ts";
import { COVERAGE_WORDS } from "#lib/i18n/coverage-words.ts";
import type { Instant, Week } from "#lib/schedule/types.ts";
import { CoverDialog, type OpenStretch } from "./cover-dialog.tsx";
import { coverageLayout } from "./coverage-layout.ts";
import { type CoverageTelling, countHolders } from "./coverage-telling.ts";
import { GapList } from "./gap-list.tsx";
import { HeatLegend } from "./heat-legend.tsx";
import { HeatMap } from "./heat-map.tsx";
import { LossList } from "./loss-list.tsx";
import { DependedOn, SinglePoints } from "./single-points.tsx";
import { UnknownNotice } from "./unknown-notice.tsx";
import { type CoverageOfWeek, partAway, useCoverage } from "./use-coverage.ts";
import { WhatIfBar } from "./what-if-bar.tsx";

interface CoverageViewProps {
  readonly reading: Reading;
  readonly week: Week;
  readonly now: Instant;
}

/** The map with its lists: beside it from 1024 px on, below it on narrower screens. */
export function CoverageView({ reading, week, now }: CoverageViewProps) {
  const { view } = useView();
  const asked = useMemo(() => ({ reading, week, view }), [reading, week, view]);
  // What was pressed answers at once, the map in turns after it, and the lists once the map is on screen.
  const answered = useDeferredValue(asked);
  const coverage = useCoverage(answered);
  const aged = useAged(reading);
  const telling = useTelling(answered.reading, answered.week, now, coverage);
  const [opened, setOpened] = useState<OpenStretch | null>(null);
  const here = useMemo(() => ({ coverage, telling }), [coverage, telling]);
  const lists = useAfterPaint(here, here);
  const { away } = useMemo(
    () => partAway(view.away, reading.roster.agents),
    [view.away, reading.roster.agents],
  );
  const { words } = telling;
  if (reading.roster.agents.length === 0) return <EmptyDesk words={words} />;
  const { rows, changes } = coverage;
  return (
    <>
      <PageTitle about={words.pages.coverage} />
      <WhatIfBar away={away} reading={reading} week={week} />
      <UnknownNotice roster={reading.roster} />
      <div className="flex flex-1 flex-col lg:grid lg:grid-cols-[minmax(0,1fr)_324px]">
        <div className="flex min-w-0 flex-col">
          <HeatLegend skills={reading.roster.skills} isWhatIf={changes !== null} />
          <Remarks coverage={coverage} telling={telling} />
          <MeasuredMap
            rows={rows}
            telling={telling}
            aged={aged}
            onOpen={(one) => setOpened({ ...one, skills: [one.skill] })}
          />
          <ListsBelow {...lists} />
        </div>
        <ListsBeside {...lists} aged={aged} onOpen={setOpened} />
      </div>
      <CoverDialog opened={opened} onClose={() => setOpened(null)} telling={telling} away={coverage.away} />
    </>
  );
}

interface ListsProps {
  readonly coverage: CoverageOfWeek;
  readonly telling: CoverageTelling;
}

const ListsBelow = memo(function ListsBelow({ coverage, telling }: ListsProps) {
  const { shown, changes, away } = coverage;
  return (
    <div
      className={`grid flex-1 max-md:divide-y max-md:divide-line-strong md:divide-x md:divide-line-strong ${changes === null ? "" : "md:grid-cols-2"}`}
    >
      {changes !== null && <LossList changes={changes} away={away} telling={telling} />}
      <DependedOn coverage={shown} telling={telling} />
    </div>
  );
});

interface ListsBesideProps extends ListsProps {
  readonly aged: boolean;
  readonly onOpen: (stretch: OpenStretch) => void;
}

const ListsBeside = memo(function ListsBeside({ coverage, telling, aged, onOpen }: ListsBesideProps) {
  const { shown, base } = coverage;
  return (
    <aside className="bg-surface max-lg:border-t max-lg:border-line-strong max-lg:md:grid max-lg:md:grid-cols-2 lg:border-l lg:border-line-strong">
      <GapList shown={shown} base={base} telling={telling} aged={aged} onOpen={onOpen} />
      <SinglePoints coverage={shown} telling={telling} />
    </aside>
  );
});

function useTelling(
  { roster }: Reading,
  week: Week,
  now: Instant,
  { input }: CoverageOfWeek,
): CoverageTelling {
  const words = useWordsWith(COVERAGE_WORDS);
  const locale = useLocale();
  const skills = useMemo(() => new Map(roster.skills.map((skill) => [skill.id, skill])), [roster.skills]);
  const agents = useMemo(() => new Map(roster.agents.map((agent) => [agent.id, agent])), [roster.agents]);
  const holders = useMemo(() => countHolders(roster.agents), [roster.agents]);
  return useMemo(
    () => ({ words, locale, week, now, zone: week.zone, desk: roster.desk, skills, agents, holders, input }),
    [words, locale, week, now, roster.desk, skills, agents, holders, input],
  );
}

/** What the map alone would leave to be guessed. */
function Remarks({
  coverage,
  telling,
}: {
  readonly coverage: CoverageOfWeek;
  readonly telling: CoverageTelling;
}) {
  const { words, skills } = telling;
  const isEmpty = coverage.shown.everyone.spans.every(({ specialists }) => specialists === 0);
  const said = [
    isEmpty ? words.coveragePage.nobodyPlanned : null,
    skills.size === 0 ? words.coveragePage.noSkills : null,
  ].filter((one) => one !== null);
  if (said.length === 0) return null;
  return (
    <p role="status" className="border-b border-line bg-surface px-4 py-2 text-body text-ink-2">
      {said.join(" ")}
    </p>
  );
}

type MeasuredMapProps = Omit<Parameters<typeof HeatMap>[0], "days" | "layout">;

/** The map in the width that there is; on a phone one day of it. */
function MeasuredMap(props: MeasuredMapProps) {
  const { view } = useView();
  const { week, now, locale, words } = props.telling;
  const [measure, widthPx] = useWidth();
  const layout = coverageLayout(widthPx ?? 0);
  const day = dayOnScreen(week, view.week, now);
  const oneDay = useMemo(() => [day], [day]);
  const isDay = layout.kind === "day";
  return (
    <div ref={measure} className="border-y border-line-strong">
      {widthPx !== null && (
        <>
          {isDay && <DayTabs week={week} day={day} now={now} locale={locale} words={words} />}
          <HeatMap {...props} days={isDay ? oneDay : week.days} layout={layout} />
        </>
      )}
    </div>
  );
}
