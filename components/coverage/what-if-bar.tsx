"use client";
import { useMemo } from "react";
import { useView, useWordsWith } from "#components/filters/use-view.tsx";
import { Button, IconButton } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/class-names.ts";
import { Icon } from "#components/ui/icon.tsx";
import { ManyPicker, type PickerItem } from "#components/ui/picker.tsx";
import type { Reading } from "#lib/client/fetch-roster.ts";
import { COVERAGE_WORDS } from "#lib/i18n/coverage-words.ts";
import type { AwayEntry, AwayWho } from "#lib/schedule/away.ts";
import { departmentsOf } from "#lib/schedule/facets.ts";
import type { Agent, Roster, Week } from "#lib/schedule/types.ts";
import { chooseAway, commonDays, whoKey } from "./away-choice.ts";
import { AwayDaysPicker, useTellDays } from "./away-days.tsx";
import { awayName } from "./away-names.ts";
import { CopyLink } from "./copy-link.tsx";

interface WhatIfBarProps {
  /** Those whom the desk knows. */
  readonly away: readonly AwayEntry[];
  readonly reading: Reading;
  readonly week: Week;
}

/** Who is away, and when: a question that lives in the address alone (product.md, section 6). */
export function WhatIfBar({ away, reading, week }: WhatIfBarProps) {
  const { setView } = useView();
  const words = useWordsWith(COVERAGE_WORDS);
  const { roster } = reading;
  const agents = useMemo(() => new Map(roster.agents.map((agent) => [agent.id, agent])), [roster.agents]);
  const isActive = away.length > 0;
  return (
    <section
      aria-label={words.coveragePage.whatIf}
      className={`flex min-h-12 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line-strong px-4 py-2 ${isActive ? "bg-accent-soft" : "bg-surface"}`}
    >
      <h2 className="flex items-center gap-2 text-body font-semibold text-accent-ink">
        <Icon name="away" />
        {words.coveragePage.whatIf}
      </h2>
      {away.map((entry) => (
        <AwayChip key={JSON.stringify(entry)} entry={entry} away={away} agents={agents} />
      ))}
      {isActive ? (
        <>
          <span className="text-body text-ink-2">{words.coveragePage.isAway}</span>
          <AwayDaysPicker away={away} week={week} />
        </>
      ) : (
        <span className="text-body text-ink-2">{words.coveragePage.somebody}</span>
      )}
      <AwayPicker away={away} roster={roster} />
      <span className="ml-auto flex items-center gap-2">
        <span className="text-small text-ink-2">{words.coverage.preview}</span>
        {isActive && (
          <>
            <CopyLink week={week} />
            <Button look="quiet" onClick={() => setView({ away: [] })}>
              {words.actions.clear}
            </Button>
          </>
        )}
      </span>
    </section>
  );
}

interface AwayChipProps {
  readonly entry: AwayEntry;
  readonly away: readonly AwayEntry[];
  readonly agents: ReadonlyMap<string, Agent>;
}

/** One of those away; where the days differ, with its own. */
function AwayChip({ entry, away, agents }: AwayChipProps) {
  const { setView } = useView();
  const words = useWordsWith(COVERAGE_WORDS);
  const tellDays = useTellDays();
  const name = awayName(entry, agents, words);
  return (
    <span className="inline-flex h-control items-center gap-1 rounded-control border border-line-strong bg-surface pl-2.5 text-body">
      <bdi className="max-w-40 truncate">{name}</bdi>
      {commonDays(away) === undefined && (
        <span className="text-small text-ink-2">{tellDays(entry.days)}</span>
      )}
      <IconButton
        icon="close"
        label={words.coveragePage.removeAway(name)}
        className="size-7!"
        onClick={() => setView({ away: away.filter((one) => one !== entry) })}
      />
    </span>
  );
}

/** As many lines as one reads before one types. */
const MOST_LINES = 100;

function AwayPicker({ away, roster }: { readonly away: readonly AwayEntry[]; readonly roster: Roster }) {
  const { setView } = useView();
  const words = useWordsWith(COVERAGE_WORDS);
  const { items, choices } = useMemo(
    () => choicesOf(roster, words.coveragePage.everybody, words.filter.department),
    [roster, words],
  );
  const choose = (chosen: readonly string[]) =>
    setView({ away: chooseAway(away, chosen, choices, commonDays(away) ?? null) });
  return (
    <ManyPicker
      items={items}
      limit={MOST_LINES}
      selected={[...new Set(away.map(({ who }) => whoKey(who)))]}
      onChange={choose}
      trigger={
        <>
          <Icon name="plus" />
          {words.coverage.addAway}
        </>
      }
      triggerClass={buttonClass("link", "font-medium")}
      title={words.coverage.addAway}
      searchLabel={words.coveragePage.searchAway}
      noneFound={words.filter.noneFound}
    />
  );
}

function choicesOf({ agents }: Roster, everybody: string, department: string) {
  const lines: readonly (Omit<PickerItem, "value"> & { readonly who: AwayWho })[] = [
    { who: { kind: "all" }, label: everybody },
    ...departmentsOf(agents).map(({ name, agents: count }) => ({
      who: { kind: "department", name } as const,
      label: name,
      hint: department,
      count,
    })),
    ...agents
      .filter(({ status }) => status !== "removed")
      .map((agent) => ({
        who: { kind: "agent", id: agent.id } as const,
        label: agent.name,
        searchKeys: `${agent.searchKeys} ${agent.sortKey}`,
        ...(agent.department === null ? {} : { hint: agent.department }),
      })),
  ];
  const items = lines.map(({ who, ...line }): PickerItem => ({ value: whoKey(who), ...line }));
  return { items, choices: new Map(lines.map(({ who }) => [whoKey(who), who])) };
}
