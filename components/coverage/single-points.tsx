"use client";
import { useMemo } from "react";
import { Avatar } from "#components/agent/avatar.tsx";
import { useView } from "#components/filters/use-view.tsx";
import { percent } from "#components/grid/geometry.ts";
import { PageLink } from "#components/shell/page-link.tsx";
import { formatHourCount, formatHours } from "#lib/i18n/format.ts";
import type { Coverage } from "#lib/schedule/coverage.ts";
import { type Dependence, rankDependence } from "#lib/schedule/gap-windows.ts";
import { type SingleLine, singleLines } from "./coverage-lists.ts";
import { type CoverageTelling, skillName } from "./coverage-telling.ts";
import { ListSection } from "./list-section.tsx";

interface ListProps {
  readonly coverage: Coverage;
  readonly telling: CoverageTelling;
}

const MOST_SINGLES = 8;
const MOST_PEOPLE = 5;
const MINUTE_MS = 60_000;

/** Skills that hang on one person for some of the week, and on whom. */
export function SinglePoints({ coverage, telling }: ListProps) {
  const { words } = telling;
  const lines = useMemo(() => singleLines(coverage.skills.flatMap(({ singles }) => singles)), [coverage]);
  return (
    <ListSection
      icon="one"
      tone="text-away-ink"
      title={words.coverage.singlePoints}
      aside={words.coveragePage.oneOnly}
      lines={lines}
      none={words.coveragePage.noSingles}
      max={MOST_SINGLES}
      keyOf={({ skill, agent }) => JSON.stringify([skill, agent])}
    >
      {(line) => <SingleRow line={line} telling={telling} />}
    </ListSection>
  );
}

function SingleRow({ line, telling }: { readonly line: SingleLine; readonly telling: CoverageTelling }) {
  const { hrefOf } = useView();
  const { agents, words } = telling;
  const agent = agents.get(line.agent);
  if (agent === undefined) return null;
  return (
    <PageLink
      href={hrefOf({}, `/agents/${encodeURIComponent(agent.id)}`)}
      className="flex items-center gap-3 border-b border-line py-2 hover:bg-sunken focus-inset"
    >
      <Avatar agent={agent} status={agent.status} />
      <span className="min-w-0 flex-1">
        <bdi className="block truncate text-body font-medium">{skillName(line.skill, telling)}</bdi>
        <bdi className="block truncate text-small text-ink-2">{words.coverage.alone(agent.name)}</bdi>
      </span>
      <span className="shrink-0 text-body font-semibold">
        {words.coverage.hoursAWeek(formatHourCount(line.aloneMs / MINUTE_MS))}
      </span>
    </PageLink>
  );
}

/** On whom most such hours hang, summed over skills. */
export function DependedOn({ coverage, telling }: ListProps) {
  const { words } = telling;
  const people = useMemo(() => rankDependence(coverage.skills.flatMap(({ singles }) => singles)), [coverage]);
  const mostMs = people[0]?.aloneMs ?? 1;
  return (
    <ListSection
      icon="one"
      tone="text-ink"
      title={words.coverage.mostDependedOn}
      aside={words.coveragePage.hoursAlone}
      lines={people}
      none={words.coveragePage.noSingles}
      max={MOST_PEOPLE}
      keyOf={({ agent }) => agent}
    >
      {(person) => <DependenceRow person={person} mostMs={mostMs} telling={telling} />}
    </ListSection>
  );
}

interface DependenceRowProps {
  readonly person: Dependence;
  readonly mostMs: number;
  readonly telling: CoverageTelling;
}

function DependenceRow({ person, mostMs, telling }: DependenceRowProps) {
  const { hrefOf } = useView();
  const name = telling.agents.get(person.agent)?.name ?? person.agent;
  const skills = person.bySkill.map(({ skill }) => skillName(skill, telling));
  return (
    <PageLink
      href={hrefOf({}, `/agents/${encodeURIComponent(person.agent)}`)}
      title={skills.join(telling.locale === "zh" ? "、" : ", ")}
      className="grid grid-cols-[7rem_1fr_3.5rem] items-center gap-3 py-1.5 text-body hover:bg-sunken focus-inset"
    >
      <bdi className="truncate">{name}</bdi>
      <span aria-hidden="true" className="h-1.5 rounded-pill bg-line">
        <span
          className="block h-full rounded-pill bg-away"
          style={{ width: percent(person.aloneMs / mostMs) }}
        />
      </span>
      <span className="text-right font-semibold whitespace-nowrap">
        {formatHours(person.aloneMs / MINUTE_MS, telling.locale)}
      </span>
    </PageLink>
  );
}
