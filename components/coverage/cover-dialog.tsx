"use client";
import { useMemo, useState } from "react";
import { Avatar } from "#components/agent/avatar.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Select } from "#components/ui/select.tsx";
import { formatDuration, formatHours, formatStretch } from "#lib/i18n/format.ts";
import { absencesByLeave } from "#lib/schedule/absence.ts";
import { type AwayEntry, absencesByAway } from "#lib/schedule/away.ts";
import { type Cover, whoCanCover } from "#lib/schedule/cover.ts";
import { merge } from "#lib/schedule/interval.ts";
import { staffOf } from "#lib/schedule/on-duty.ts";
import type { Agent, Span } from "#lib/schedule/types.ts";
import { StaffList } from "./cell-names.tsx";
import { type CoverageTelling, skillName } from "./coverage-telling.ts";
import { usePlan } from "./use-plan.ts";

/** A stretch to look at, with the skills that may be asked about (null: everyone); at least one. */
export interface OpenStretch extends Span {
  readonly skills: readonly (string | null)[];
}

interface CoverDialogProps {
  /** Null: closed. */
  readonly opened: OpenStretch | null;
  readonly onClose: () => void;
  readonly telling: CoverageTelling;
  /** The what-if: who is away cannot step in. */
  readonly away: readonly AwayEntry[];
}

/** Who is on in a stretch, and who could cover it. */
export function CoverDialog({ opened, onClose, telling, away }: CoverDialogProps) {
  const { words, week, locale } = telling;
  return (
    <Dialog
      title={opened === null ? "" : formatStretch(opened, week.zone, locale)}
      closeLabel={words.actions.close}
      open={opened !== null}
      onOpenChange={(open) => !open && onClose()}
    >
      {opened !== null && <Stretch key={opened.startAt} opened={opened} telling={telling} away={away} />}
    </Dialog>
  );
}

type StretchProps = Omit<CoverDialogProps, "opened" | "onClose"> & { readonly opened: OpenStretch };

function Stretch({ opened, telling, away }: StretchProps) {
  const { words, input } = telling;
  const [picked, setPicked] = useState(0);
  const skill = opened.skills[picked] ?? null;
  const { startAt, endAt } = opened;
  const staff = staffOf({ startAt, endAt, skill }, input.agents, input.skills);
  const covers = useCovers(opened, skill, telling, away);
  return (
    <div className="flex flex-col gap-4">
      {opened.skills.length > 1 ? (
        <span>
          <Select
            label={words.filter.skill}
            value={String(picked)}
            choices={opened.skills.map((id, i) => ({ value: String(i), label: skillName(id, telling) }))}
            onChange={(value) => setPicked(Number(value))}
          />
        </span>
      ) : (
        <p className="text-body font-semibold">
          <bdi>{skillName(skill, telling)}</bdi>
        </p>
      )}
      <section className="flex flex-col gap-2">
        <h3 className="text-small text-ink-2">{words.coveragePage.onThen}</h3>
        {staff.specialists.length === 0 && <p className="text-body">{words.coveragePage.nobodyThen}</p>}
        <StaffList staff={staff.specialists} stretch={opened} telling={telling} max={MOST} />
        {staff.specialists.length === 0 && staff.fallback.length > 0 && (
          <>
            <h3 className="text-small text-fall-ink">{words.coveragePage.steppingIn}</h3>
            <StaffList staff={staff.fallback} stretch={opened} telling={telling} max={MOST} />
          </>
        )}
      </section>
      <section className="flex flex-col gap-2">
        <h3 className="text-small text-ink-2">{words.coverage.whoCouldCover}</h3>
        {covers.length === 0 && <p className="text-body">{words.coveragePage.nobodyFree}</p>}
        <ol className="flex flex-col">
          {covers.slice(0, MOST).map((cover) => (
            <CoverRow key={cover.agent.id} cover={cover} telling={telling} />
          ))}
        </ol>
      </section>
    </div>
  );
}

/** A dialog is no list to scroll: the nearest ones are enough. */
const MOST = 12;

function useCovers(
  { startAt, endAt }: OpenStretch,
  skill: string | null,
  { input, week, desk }: CoverageTelling,
  away: readonly AwayEntry[],
): readonly Cover[] {
  const plan = usePlan();
  return useMemo(() => {
    const onLeave = absencesByLeave(plan?.leave ?? [], desk.timeZone);
    const awayThen = absencesByAway(away, week, desk.timeZone);
    const absencesOf = (agent: Agent) => merge([...onLeave(agent), ...awayThen(agent)]);
    return whoCanCover({ startAt, endAt, skill }, input.agents, absencesOf, week);
  }, [startAt, endAt, skill, input, week, desk, away, plan]);
}

function CoverRow({ cover, telling }: { readonly cover: Cover; readonly telling: CoverageTelling }) {
  const { locale, words } = telling;
  const { agent, distanceMs, plannedMs } = cover;
  const how =
    distanceMs === null
      ? words.coveragePage.noShift
      : distanceMs === 0
        ? words.coveragePage.beside
        : words.coveragePage.distance(formatDuration(distanceMs, locale));
  return (
    <li className="flex items-center gap-3 border-b border-line py-2 last:border-0">
      <Avatar agent={agent} status={agent.status} />
      <span className="min-w-0 flex-1">
        <bdi className="block truncate text-body font-medium">{agent.name}</bdi>
        <span className="block text-small text-ink-2">{how}</span>
      </span>
      <span className="text-small text-ink-2">
        {words.coveragePage.hoursPlanned(formatHours(plannedMs / 60_000, locale))}
      </span>
    </li>
  );
}
