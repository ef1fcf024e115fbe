"use client";
import type { ReactNode } from "react";
import type { Telling } from "#components/agent/agent-facts.ts";
import { useView } from "#components/filters/use-view.tsx";
import { useTicks } from "#components/now/use-clock.ts";
import { Logo } from "#components/shell/logo.tsx";
import { useSite } from "#components/shell/site.tsx";
import type { DeskReading } from "#components/shell/use-reading.ts";
import { Icon, type IconName } from "#components/ui/icon.tsx";
import { ageMs } from "#lib/client/clock.ts";
import { formatAge, formatClock, formatDay, formatZone } from "#lib/i18n/format.ts";
import { dateAt, minuteAt } from "#lib/schedule/zone.ts";

interface WallHeaderProps {
  readonly desk: DeskReading;
  readonly aged: boolean;
  readonly telling: Telling;
}

/** Which desk, which zone, how old, and what time it is by the server's clock. */
export function WallHeader({ desk, aged, telling }: WallHeaderProps) {
  const { now, zone, locale, words } = telling;
  const mark = useTicks(1_000);
  const { reading } = desk;
  const age = reading === undefined || mark === null ? null : formatAge(ageMs(reading.clock, mark), locale);
  return (
    <header className="flex h-18 shrink-0 items-center gap-6">
      <span className="[&>*]:size-11">
        <Logo />
      </span>
      <h1 className="min-w-0 truncate text-count font-semibold">
        <bdi>{desk.desk.name}</bdi>
      </h1>
      <Pill icon="globe">{formatZone(zone, now, locale)}</Pill>
      <Warnings desk={desk} telling={telling} />
      <span className="ml-auto flex shrink-0 items-center gap-8 whitespace-nowrap">
        {aged ? (
          <strong className="flex items-center gap-3 rounded-item bg-danger-soft px-6 py-3 text-count text-danger-ink">
            <Icon name="cloud-off" className="size-8" />
            {words.wall.old(age ?? "")}
          </strong>
        ) : (
          <span className="flex items-center gap-2.5 text-small text-ink-3">
            <Icon name="refresh" className="size-5" />
            {age}
          </span>
        )}
        <span className="text-body text-ink-2">{formatDay(dateAt(now, zone), locale)}</span>
        <span className="wall-clock" suppressHydrationWarning>
          {formatClock(minuteAt(now, zone))}
        </span>
      </span>
    </header>
  );
}

/** What must be said about the data on every page: demo, records that could not be read, another desk than asked for. */
function Warnings({ desk: { reading }, telling: { words } }: Omit<WallHeaderProps, "aged">) {
  const { isSample, desks } = useSite();
  const { view } = useView();
  const { agents, rules, skills } = reading?.roster.setAside ?? { agents: 0, rules: 0, skills: 0 };
  const count = agents + rules + skills;
  const problem = reading?.roster.problem ?? null;
  const isUnknownDesk = view.desk !== null && !desks.some(({ key }) => key === view.desk);
  return (
    <>
      {isSample && (
        <Pill icon="play" tone="bg-accent-soft text-accent-ink">
          {words.states.demo}
        </Pill>
      )}
      {problem !== null && problem.code !== "removed_unread" && (
        <Pill icon="alert" tone="bg-danger-soft text-danger-ink">
          {words.problems[problem.code]}
        </Pill>
      )}
      {count > 0 && (
        <Pill icon="alert" tone="bg-away-soft text-away-ink">
          {words.states.setAside(count)}
        </Pill>
      )}
      {isUnknownDesk && (
        <Pill icon="alert" tone="bg-away-soft text-away-ink">
          {words.address.unusable(words.address.keys.desk)}
        </Pill>
      )}
    </>
  );
}

interface PillProps {
  readonly icon: IconName;
  readonly tone?: string;
  readonly children: ReactNode;
}

function Pill({ icon, tone = "bg-sunken text-ink-2", children }: PillProps) {
  return (
    <span className={`flex min-w-0 items-center gap-2.5 rounded-item px-4 py-2 text-small ${tone}`}>
      <Icon name={icon} className="size-5" />
      <span className="truncate">{children}</span>
    </span>
  );
}
