"use client";
import { useMemo } from "react";
import { type Telling, tellInstant, tellUntil } from "#components/agent/agent-facts.ts";
import { NO_FILTERS } from "#components/filters/filter-state.ts";
import { useView } from "#components/filters/use-view.tsx";
import { Icon, type IconName } from "#components/ui/icon.tsx";
import type { View } from "#lib/contract/view.ts";
import { type Cliff, nextCliff } from "#lib/schedule/cliff.ts";
import type { ExceptionKind } from "#lib/schedule/exceptions.ts";
import { lookAt, type RosterAgentView, type SelectedAgent } from "#lib/schedule/select.ts";
import { asInstant, type Skill } from "#lib/schedule/types.ts";

const DAY_MS = 86_400_000;
/** How many names an item lists before "and n more". */
const NAMES = 3;

/** What a press on an exception shows: those agents, the ones who need attention first. */
const FILTER_OF: Readonly<Record<ExceptionKind, Partial<View>>> = {
  "offline-on-shift": { status: ["offline"], on: true },
  "off-duty-on-shift": { status: ["off_duty"], on: true },
  "online-off-shift": { status: ["online"], sort: "attention" },
  "removed-scheduled": { status: ["removed"] },
};
const LOOK_OF: Readonly<Record<ExceptionKind, { readonly icon: IconName; readonly tone: string }>> = {
  "offline-on-shift": { icon: "user-x", tone: "bg-danger-soft text-danger-ink" },
  "off-duty-on-shift": { icon: "user-x", tone: "bg-danger-soft text-danger-ink" },
  "online-off-shift": { icon: "user-check", tone: "bg-away-soft text-away-ink" },
  "removed-scheduled": { icon: "alert", tone: "bg-away-soft text-away-ink" },
};

interface ExceptionsStripProps {
  readonly prepared: readonly RosterAgentView[];
  readonly skills: readonly Skill[];
  readonly telling: Telling;
}

/** Who should be here and is not, and when cover drops next. Of the whole desk, whatever the filters hide. */
export function ExceptionsStrip({ prepared, skills, telling }: ExceptionsStripProps) {
  const { now, words } = telling;
  const exceptions = useMemo(() => gather(prepared.map((one) => lookAt(one, now))), [prepared, now]);
  const cliff = useMemo(
    () => nextCliff(prepared, skills, now, asInstant(now + DAY_MS)),
    [prepared, skills, now],
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
      {cliff !== null && <CliffItem cliff={cliff} skills={skills} telling={telling} />}
    </section>
  );
}

/** Exceptions by kind, gravest first; kinds without anybody are left out. */
function gather(
  seen: readonly SelectedAgent[],
): readonly (readonly [ExceptionKind, readonly SelectedAgent[]])[] {
  const kinds = ["offline-on-shift", "off-duty-on-shift", "online-off-shift", "removed-scheduled"] as const;
  return kinds
    .map((kind) => [kind, seen.filter(({ exception }) => exception === kind)] as const)
    .filter(([, agents]) => agents.length > 0);
}

interface ExceptionItemProps {
  readonly kind: ExceptionKind;
  readonly agents: readonly SelectedAgent[];
  readonly telling: Telling;
}

function ExceptionItem({ kind, agents, telling: { words, locale } }: ExceptionItemProps) {
  const { setView } = useView();
  const { icon, tone } = LOOK_OF[kind];
  const names = agents.slice(0, NAMES).map(({ agent }) => agent.name);
  const more = agents.length > NAMES ? ` ${words.exception.morePeople(agents.length - NAMES)}` : "";
  return (
    <button
      type="button"
      onClick={() => setView({ ...NO_FILTERS, ...FILTER_OF[kind] })}
      className={`flex h-8 shrink-0 items-center gap-2 rounded-item px-2.5 text-body whitespace-nowrap ${tone}`}
    >
      <Icon name={icon} />
      <strong className="font-semibold">{words.exception.counted[kind](agents.length)}</strong>
      <span className="max-w-80 truncate text-small text-ink-2 max-xl:hidden">
        <bdi>{names.join(locale === "zh" ? "、" : ", ")}</bdi>
        {more}
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
