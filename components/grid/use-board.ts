"use client";
import { useMemo } from "react";
import { usePlan } from "#components/coverage/use-plan.ts";
import { useKnownView } from "#components/filters/use-known-view.ts";
import { useLocale, useView, useWords } from "#components/filters/use-view.tsx";
import { useAfterPaint } from "#components/ui/after-paint.ts";
import type { Reading } from "#lib/client/fetch-roster.ts";
import type { Words } from "#lib/i18n/index.ts";
import { type AbsencesOf, absencesByLeave, type SplitSpans, splitAbsent } from "#lib/schedule/absence.ts";
import { type Expander, makeExpander } from "#lib/schedule/expand.ts";
import { departmentsOf, statusCounts } from "#lib/schedule/facets.ts";
import type { Nameable } from "#lib/schedule/known.ts";
import { selectionKey, selectionOf } from "#lib/schedule/outline.ts";
import { makeExpanderAround } from "#lib/schedule/prepare.ts";
import {
  type Group,
  type Grouping,
  prepareAgents,
  type RosterAgentView,
  selectAgents,
} from "#lib/schedule/select.ts";
import { type SpecialDay, specialDayOf } from "#lib/schedule/special-day.ts";
import type { Agent, Instant, Skill, Status, Week } from "#lib/schedule/types.ts";
import { weekOf } from "#lib/schedule/week.ts";
import { dateAt } from "#lib/schedule/zone.ts";
import type { NamedGroup } from "./grid-items.ts";

/** The week that the address names, or the one that holds `now`, in the viewer's zone. */
export function useWeek(now: Instant, deskZone: string): Week {
  const { view, resolved } = useView();
  const zone = view.zone ?? deskZone;
  const date = view.week ?? dateAt(now, zone);
  return useMemo(() => weekOf(date, resolved.start, zone), [date, resolved.start, zone]);
}

/** When each agent is on leave, as the desk's plan has it. */
export function useLeave(deskZone: string): AbsencesOf {
  const leave = usePlan()?.leave;
  return useMemo(() => absencesByLeave(leave ?? [], deskZone), [leave, deskZone]);
}

/**
 * The roster made ready to be asked about now and the nine days after, once a version and a day. Who is on leave is
 * planned for nothing.
 */
export function usePrepared({ roster }: Reading, now: Instant) {
  const { timeZone } = roster.desk;
  const absencesOf = useLeave(timeZone);
  const today = dateAt(now, timeZone);
  const expand = useMemo(() => makeExpanderAround(today, timeZone), [today, timeZone]);
  return useMemo(() => prepareAgents(roster, expand, absencesOf), [roster, expand, absencesOf]);
}

/** Lays templates out in the week on screen, each once as long as the week is the same. */
export function useExpander(week: Week, deskZone: string): Expander {
  return useMemo(() => makeExpander(deskZone, week), [week, deskZone]);
}

/** What a row draws: the spans of the week on screen, with those on leave apart. Kept as long as agent and week are. */
export function useRowSpansOf(expand: Expander): (agent: Agent) => SplitSpans {
  const absencesOf = useLeave(expand.zone);
  return useMemo(() => {
    const known = new WeakMap<Agent, SplitSpans>();
    return (agent: Agent) => {
      const kept = known.get(agent) ?? splitAbsent(agent.week, expand(agent.week), absencesOf(agent));
      known.set(agent, kept);
      return kept;
    };
  }, [expand, absencesOf]);
}

/** What the plan calls each day of the week on screen; null where it is a day like others. */
export function useSpecialDays(week: Week, deskZone: string): readonly (SpecialDay | null)[] {
  const plan = usePlan();
  return useMemo(
    () => week.days.map((day) => (plan === null ? null : specialDayOf(day, plan, deskZone))),
    [week, plan, deskZone],
  );
}

/** All that the board shows of a reading: what the filters leave, in groups with headings, and what there is to choose. */
export function useBoard(reading: Reading, now: Instant) {
  const { roster, outline } = reading;
  const known = useMemo(() => nameableOf(reading), [reading]);
  const { view } = useKnownView(known);
  const words = useWords();
  const locale = useLocale();
  const prepared = usePrepared(reading, now);
  const skills = useMemo(() => new Map(roster.skills.map((skill) => [skill.id, skill])), [roster.skills]);
  const selection = useMemo(
    () =>
      outline === undefined
        ? selectAgents(prepared, view, { now, skills: roster.skills })
        : selectionOf(outline, prepared, now),
    [prepared, view, now, roster.skills, outline],
  );
  const groups = useMemo(
    () => selection.groups.map((group) => nameGroup(group, view.group, words, skills)),
    [selection, view.group, words, skills],
  );
  const counts: Readonly<Record<Status, number>> = useMemo(
    () => outline?.counts ?? statusCounts(roster.agents),
    [roster.agents, outline],
  );
  // Whom the filters could show: the removed are only counted where the view asks for them.
  const asksForRemoved = view.status.includes("removed") || view.exception.length > 0;
  const total = selection.total - (asksForRemoved ? 0 : counts.removed);
  const { departments, onShift } = useFacets(reading, prepared, now);
  /** Everybody is here; and if not, the rows of this view are. */
  const isWhole = outline === undefined;
  const hasRows = isWhole || outline.query === selectionKey(view);
  return {
    ...{ view, words, locale, known, prepared, skills, selection, groups, counts, total, departments },
    ...{ onShift, shownOnShift: selection.onShift, isWhole, hasRows },
  };
}

interface FacetQuestion {
  readonly reading: Reading;
  readonly prepared: readonly RosterAgentView[];
  readonly now: Instant;
}

/** What is said of the whole desk beside its rows, and follows them a moment later where they change. */
function useFacets(reading: Reading, prepared: readonly RosterAgentView[], now: Instant) {
  const asked: FacetQuestion = useMemo(() => ({ reading, prepared, now }), [reading, prepared, now]);
  const before = useAfterPaint(asked, asked);
  const answered = before.reading.roster.desk.key === reading.roster.desk.key ? before : asked;
  const { roster, outline } = answered.reading;
  // Not of the minute: the same list as long as the agents are the same.
  const departments = useMemo(
    () => outline?.departments ?? departmentsOf(roster.agents),
    [roster.agents, outline],
  );
  const onShift = useMemo(() => countOnShift(answered), [answered]);
  return { departments, onShift };
}

function countOnShift({ reading: { outline }, prepared, now }: FacetQuestion): number {
  return outline?.onShift ?? prepared.filter((one) => one.lookAt(now).onShift).length;
}

/** What can be named of a reading's desk, also while only its first rows are here. */
function nameableOf({ roster, outline }: Reading): Nameable {
  if (outline === undefined) return roster;
  return { skills: roster.skills, agents: outline.departments.map(({ name }) => ({ department: name })) };
}

function nameGroup(
  group: Group,
  grouping: Grouping,
  words: Words,
  skills: ReadonlyMap<string, Skill>,
): NamedGroup {
  const summary = words.board.group(group.size, group.onShift, group.online);
  return { ...group, id: group.key ?? "", label: labelOf(group.key, grouping, words, skills), summary };
}

function labelOf(
  key: string | null,
  grouping: Grouping,
  words: Words,
  skills: ReadonlyMap<string, Skill>,
): string {
  if (grouping === "none" || grouping === "status") return key === null ? "" : words.status[key as Status];
  if (key === null) return words.board.noGroup[grouping];
  return grouping === "skill" ? (skills.get(key)?.name ?? key) : key;
}
