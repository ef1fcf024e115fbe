"use client";
import { useView, useWords } from "#components/filters/use-view.tsx";
import { useTicks } from "#components/now/use-clock.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { ageMs, elapsedMs, markNow } from "#lib/client/clock.ts";
import type { Reading } from "#lib/client/fetch-roster.ts";
import { formatClock } from "#lib/i18n/format.ts";
import { minuteAt } from "#lib/schedule/zone.ts";
import { PageLink } from "./page-link.tsx";
import { useSite } from "./site.tsx";
import type { DeskReading } from "./use-reading.ts";

/** What must be said about the data above the board: demo, source down, partly unread (design tokens, section 8). */
export function DataBanners(desk: DeskReading) {
  const { isSample } = useSite();
  const { reading, error } = desk;
  const problem = reading?.roster.problem ?? null;
  const isDown =
    reading?.roster.freshness === "stale" && problem !== null && problem.code !== "removed_unread";
  return (
    <>
      {isSample && (
        <DemoBanner agents={reading && (reading.outline?.total ?? reading.roster.agents.length)} />
      )}
      {reading !== undefined && (isDown || error !== null) && (
        <DownBanner desk={desk} reading={reading} isServerDown={error !== null} />
      )}
      {reading !== undefined && <PartialBanner reading={reading} />}
    </>
  );
}

function DemoBanner({ agents }: { readonly agents: number | undefined }) {
  const words = useWords();
  return (
    <Banner
      tone="info"
      icon="play"
      title={words.states.demo}
      detail={agents !== undefined && words.states.demoDetail(agents)}
    />
  );
}

interface DownBannerProps {
  readonly desk: DeskReading;
  readonly reading: Reading;
  readonly isServerDown: boolean;
}

function DownBanner({ desk, reading, isServerDown }: DownBannerProps) {
  const words = useWords();
  const mark = useTicks(1_000) ?? markNow();
  const { clock, roster } = reading;
  const minutes = Math.floor(ageMs(clock, mark) / 60_000);
  const seconds = Math.ceil((clock.nextReadAt - clock.servedAt - elapsedMs(clock.received, mark)) / 1_000);
  const lastGood = formatClock(minuteAt(clock.fetchedAt, roster.desk.timeZone));
  const title = isServerDown
    ? words.states.serverDown
    : minutes === 0
      ? words.states.feishuDownBriefly
      : words.states.feishuDown(minutes);
  const reason = roster.problem === null || isServerDown ? "" : `${words.problems[roster.problem.code]} · `;
  return (
    <Banner
      tone="danger"
      icon="cloud-off"
      title={title}
      detail={`${reason}${words.states.nextTry(lastGood, Math.max(1, seconds))}`}
      action={
        <Button onClick={desk.tryNow} disabled={desk.isTrying}>
          {words.actions.retry}
        </Button>
      }
    />
  );
}

/** Some records, or the removed agents, could not be read: never hidden, since a sum without them looks whole. */
function PartialBanner({ reading: { roster } }: { readonly reading: Reading }) {
  const words = useWords();
  const { hrefOf } = useView();
  const { seesStatus } = useSite();
  const { agents, rules, skills } = roster.setAside;
  const count = agents + rules + skills;
  const isRemovedUnread = roster.problem?.code === "removed_unread";
  if (count === 0 && !isRemovedUnread) return null;
  const said = [
    isRemovedUnread ? words.states.removedUnread : null,
    count > 0 ? words.states.setAside(count) : null,
  ];
  return (
    <Banner
      tone="warn"
      icon="alert"
      title={said.filter((one) => one !== null).join(" ")}
      detail={count > 0 && words.states.setAsideDetail(agents, rules, skills)}
      action={
        seesStatus && (
          <PageLink
            className="text-body font-medium text-accent-ink hover:underline"
            href={hrefOf({}, "/status")}
          >
            {words.actions.details}
          </PageLink>
        )
      }
    />
  );
}
