"use client";
import { useMemo } from "react";
import { type Telling, tellInstant, tellUntil } from "#components/agent/agent-facts.ts";
import { useView } from "#components/filters/use-view.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { RosterJson } from "#lib/contract/roster.ts";
import type { Cliff } from "#lib/schedule/cliff.ts";
import type { ExceptionKind } from "#lib/schedule/exceptions.ts";
import { lookAt, NO_FILTERS, type RosterAgentView, type SelectedAgent } from "#lib/schedule/select.ts";
import type { Skill } from "#lib/schedule/types.ts";
import { CheckButton } from "./check-button.tsx";
import { LOOK_OF } from "./exception-look.ts";
import { gatherExceptions } from "./present.ts";
import { NAMES, tellNames } from "./tell-names.ts";
import { tellSinceBriefly } from "./tell-plan.ts";
import { useNotes } from "./use-notes.ts";

interface ExceptionsStripProps {
  /** Null: nothing drops within a day. */
  readonly cliff: Cliff | null;
  readonly prepared: readonly RosterAgentView[];
  readonly roster: RosterJson;
  readonly telling: Telling;
}

/** Who should be here and is not, and when cover drops next. Of the whole desk, whatever the filters hide. */
export function ExceptionsStrip({ prepared, roster, cliff, telling }: ExceptionsStripProps) {
  const { now, words } = telling;
  const exceptions = useMemo(
    () => gatherExceptions(prepared.map((one) => lookAt(one, now))),
    [prepared, now],
  );
  return (
    <section
      aria-label={words.exception.label}
      className="scrollbar-none flex min-h-strip shrink-0 items-center gap-2 overflow-x-auto border-b border-line-strong bg-surface px-4 max-sm:hidden print:hidden"
    >
      {exceptions.length === 0 && prepared.length > 0 && (
        <p className="flex items-center gap-2 text-body text-ink-2">
          <Icon name="check" className="text-online" />
          {words.exception.none}
        </p>
      )}
      {exceptions.map(([kind, agents]) => (
        <ExceptionItem key={kind} kind={kind} agents={agents} telling={telling} />
      ))}
      {cliff !== null && <CliffItem cliff={cliff} skills={roster.skills} telling={telling} />}
      {prepared.length > 0 && <CheckEntry roster={roster} />}
    </section>
  );
}

/** How much there is to check about the schedules, at the strip's end. */
function CheckEntry({ roster }: Pick<ExceptionsStripProps, "roster">) {
  const notes = useNotes(roster);
  if (notes.length === 0) return null;
  return (
    <span className="ml-auto shrink-0">
      <CheckButton notes={notes} agents={roster.agents} />
    </span>
  );
}

interface ExceptionItemProps {
  readonly kind: ExceptionKind;
  readonly agents: readonly SelectedAgent[];
  readonly telling: Telling;
}

function ExceptionItem({ kind, agents, telling }: ExceptionItemProps) {
  const { view, setView } = useView();
  const { words } = telling;
  const { icon, tone } = LOOK_OF[kind];
  const isPicked = view.exception.includes(kind);
  const names = agents.map(({ agent }) =>
    [agent.name, tellSinceBriefly(agent.statusSince, telling)].filter((part) => part !== null).join(" "),
  );
  return (
    <button
      type="button"
      aria-pressed={isPicked}
      onClick={() => setView({ ...NO_FILTERS, exception: isPicked ? [] : [kind] })}
      className={`aria-pressed:ring-2 aria-pressed:ring-current aria-pressed:ring-inset flex h-8 shrink-0 items-center gap-2 rounded-item px-2.5 text-body whitespace-nowrap ${tone}`}
    >
      <Icon name={icon} />
      <strong className="font-semibold">{words.exception.counted[kind](agents.length)}</strong>
      <span className="max-w-80 truncate text-small text-ink-2 max-xl:hidden">
        <bdi>{tellNames(names, telling)}</bdi>
      </span>
    </button>
  );
}

interface CliffItemProps {
  readonly cliff: Cliff;
  readonly skills: readonly Skill[];
  readonly telling: Telling;
}

function CliffItem({ cliff, skills, telling }: CliffItemProps) {
  const { words, locale } = telling;
  const lost = cliff.skillsLost.map((id) => skills.find((skill) => skill.id === id)?.name ?? id);
  return (
    <p className="flex h-8 shrink-0 items-center gap-2 rounded-item border border-line-strong px-2.5 text-body whitespace-nowrap">
      <Icon name="drop" />
      <strong className="font-semibold">
        {words.exception.drop(tellInstant(cliff.at, telling), cliff.before, cliff.after)}
      </strong>
      <span className="text-small text-ink-2">{words.exception.in(tellUntil(cliff.at, telling))}</span>
      {lost.length > 0 && (
        <span className="max-w-72 truncate border-l border-line-strong pl-2 text-small text-ink-2">
          {words.exception.skillsLost(lost.slice(0, NAMES).join(locale === "zh" ? "、" : ", "), lost.length)}
        </span>
      )}
    </p>
  );
}
