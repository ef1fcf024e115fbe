"use client";
import type { ReactNode } from "react";
import { useLocale, useWordsWith } from "#components/filters/use-view.tsx";
import { useWeek } from "#components/grid/use-board.ts";
import { useNowMinute } from "#components/now/use-clock.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { Reading } from "#lib/client/fetch-roster.ts";
import type { StorageState } from "#lib/contract/storage.ts";
import { formatClock, formatDay } from "#lib/i18n/format.ts";
import { STATUS_WORDS } from "#lib/i18n/status-words.ts";
import { asInstant, type Instant } from "#lib/schedule/types.ts";
import { dateAt, minuteAt } from "#lib/schedule/zone.ts";
import { type FailureLine, FailuresCard } from "./failures-card.tsx";
import { QuotaCard, type QuotaCardProps, StorageCard } from "./keeping-cards.tsx";
import { NotesCard } from "./notes-card.tsx";
import { PageTitle } from "./page-title.tsx";
import { PortalFrame } from "./portal-frame.tsx";
import { ReadersCard, type ReadersCardProps } from "./readers-card.tsx";
import { useSite } from "./site.tsx";
import { StatusCard, StatusLines } from "./status-card.tsx";
import { useReading } from "./use-reading.ts";

interface CallCount {
  readonly endpoint: string;
  readonly outcome: string;
  readonly count: number;
}

interface StatusPageProps {
  readonly calls: readonly CallCount[];
  readonly failures: readonly FailureLine[];
  readonly readers: ReadersCardProps;
  readonly keeping: QuotaCardProps & { readonly storage: StorageState };
}

/**
 * `/status`: how far the data can be trusted, and what of it could not be read. What the server knows stands there also
 * before a first roster, since an administrator comes for that reason.
 */
export function StatusPage({ calls, failures, keeping, readers }: StatusPageProps) {
  const { renderedAt } = useSite();
  const desk = useReading();
  const words = useWordsWith(STATUS_WORDS);
  const { reading } = desk;
  const now = useNowMinute(reading?.clock, renderedAt);
  const week = useWeek(now, desk.desk.timeZone);
  return (
    <PortalFrame desk={desk} week={week} now={now}>
      <PageTitle about={words.statusPage.title} />
      <div className="mx-auto grid w-full max-w-270 items-start gap-4 p-4 md:grid-cols-2">
        <h1 className="text-count md:col-span-2">{words.statusPage.title}</h1>
        <ReadingCard reading={reading} />
        <ReadersCard {...readers} />
        <StorageCard storage={keeping.storage} desk={desk.desk} />
        <SetAsideCard reading={reading} />
        <QuotaCard {...keeping} />
        <CallsCard calls={calls} />
        <FailuresCard
          failures={failures}
          desk={desk.desk}
          readsAll={readers.desks.every(({ isReader }) => isReader)}
        />
        {/* Last, since nobody knows how long it will be: what follows it would be moved. */}
        {reading !== undefined && <NotesCard agents={reading.roster.agents} />}
      </div>
    </PortalFrame>
  );
}

/** Before the roster is here it has its place and its height, so that nothing moves when it comes. */
interface FromReadingProps {
  readonly reading: Reading | undefined;
}

function ReadingCard({ reading }: FromReadingProps) {
  const { statusPage } = useWordsWith(STATUS_WORDS);
  return (
    <StatusCard title={statusPage.reading}>
      {reading === undefined ? (
        <StatusLines
          lines={[
            [statusPage.freshness, VALUE_TO_COME],
            [statusPage.lastGood, VALUE_TO_COME],
            [statusPage.next, VALUE_TO_COME],
            [statusPage.problem, VALUE_TO_COME],
          ]}
        />
      ) : (
        <ReadingLines reading={reading} />
      )}
    </StatusCard>
  );
}

const VALUE_TO_COME = <Skeleton className="my-1 ml-auto h-3 w-24 rounded-chip" />;

function ReadingLines({ reading: { roster, clock } }: { readonly reading: Reading }) {
  const words = useWordsWith(STATUS_WORDS);
  const locale = useLocale();
  const { statusPage, problems } = words;
  const { problem, freshness, desk } = roster;
  const tell = (at: Instant) =>
    `${formatDay(dateAt(at, desk.timeZone), locale)} ${formatClock(minuteAt(at, desk.timeZone))}`;
  const lines: (readonly [string, ReactNode])[] = [
    [statusPage.freshness, statusPage[freshness]],
    [statusPage.lastGood, tell(clock.fetchedAt)],
    [statusPage.next, tell(clock.nextReadAt)],
    [statusPage.problem, problem === null ? statusPage.none : problems[problem.code]],
  ];
  if (problem !== null) lines.push(["", statusPage.since(tell(asInstant(Date.parse(problem.since))))]);
  if (problem?.logId !== undefined) lines.push([statusPage.logId, <code key="id">{problem.logId}</code>]);
  return <StatusLines lines={lines} />;
}

function SetAsideCard({ reading }: FromReadingProps) {
  const { statusPage } = useWordsWith(STATUS_WORDS);
  const { agents, rules, skills } = reading?.roster.setAside ?? SET_ASIDE_TO_COME;
  return (
    <StatusCard title={statusPage.setAside}>
      <StatusLines
        lines={[
          [statusPage.agents, agents],
          [statusPage.rules, rules],
          [statusPage.skills, skills],
        ]}
      />
    </StatusCard>
  );
}

const SET_ASIDE_TO_COME = { agents: VALUE_TO_COME, rules: VALUE_TO_COME, skills: VALUE_TO_COME } as const;

function CallsCard({ calls }: { readonly calls: readonly CallCount[] }) {
  const { statusPage } = useWordsWith(STATUS_WORDS);
  return (
    <StatusCard title={statusPage.calls}>
      <table className="w-full text-left text-body">
        <thead className="text-ink-2">
          <tr>
            <th className="py-1 font-normal">{statusPage.endpoint}</th>
            <th className="py-1 font-normal">{statusPage.outcome}</th>
            <th className="py-1 text-right font-normal">{statusPage.count}</th>
          </tr>
        </thead>
        <tbody>
          {calls.map(({ endpoint, outcome, count }) => (
            <tr key={`${endpoint} ${outcome}`} className="border-t border-line">
              <td className="py-1">{endpoint}</td>
              <td className="py-1">{outcome}</td>
              <td className="py-1 text-right">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </StatusCard>
  );
}
