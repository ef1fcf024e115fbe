"use client";
import { useQuery } from "@tanstack/react-query";
import { type Telling, tellInstant } from "#components/agent/agent-facts.ts";
import { useLocale, useView, useWords } from "#components/filters/use-view.tsx";
import { useAccess } from "#components/shell/access.ts";
import { useAged } from "#components/shell/freshness.tsx";
import { PageLink } from "#components/shell/page-link.tsx";
import { useSite } from "#components/shell/site.tsx";
import { useDesk } from "#components/shell/use-reading.ts";
import type { Reading } from "#lib/client/fetch-roster.ts";
import { rosterQuery } from "#lib/client/queries.ts";
import type { Desk, Instant } from "#lib/schedule/types.ts";
import { Panel } from "./panel.tsx";
import { useDeskNow } from "./use-desk-now.ts";

interface AllDesksProps {
  readonly now: Instant;
  readonly zone: string;
}

/** With several desks, each one's numbers, so that none has to be looked for. */
export function AllDesks({ now, zone }: AllDesksProps) {
  const { desks } = useSite();
  const words = useWords();
  const locale = useLocale();
  if (desks.length < 2) return null;
  const telling = { now, zone, locale, words };
  const heads = [
    words.nowPage.desk,
    words.nowBoard.onShift,
    words.nowBoard.online,
    words.nowPage.absent,
    words.exception.onlineOffShift,
    words.nowBoard.nextDrop,
  ];
  return (
    <Panel icon="home" title={words.nowPage.allDesks}>
      <div className="overflow-x-auto">
        <table className="w-full text-left text-body">
          <thead className="bg-sunken text-small text-ink-2">
            <tr>
              {heads.map((head) => (
                <th key={head} className="px-4 py-1.5 font-normal whitespace-nowrap">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {desks.map((desk) => (
              <DeskRow key={desk.key} desk={desk} telling={telling} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

interface DeskRowProps {
  readonly desk: Desk;
  readonly telling: Telling;
}

/** Reads its desk by itself: one that does not answer leaves the others alone. */
function DeskRow({ desk, telling }: DeskRowProps) {
  const { basePath } = useSite();
  const { hrefOf } = useView();
  const { data: reading } = useQuery(rosterQuery(basePath, desk.key, useAccess()));
  const isHere = useDesk().key === desk.key;
  return (
    <tr className="border-t border-line" aria-current={isHere ? "true" : undefined}>
      <th className="px-4 py-2.5 font-semibold whitespace-nowrap">
        <PageLink
          href={hrefOf({ desk: desk.key, skill: [], department: [] })}
          className="inline-block min-h-6 text-accent-ink hover:underline"
        >
          <bdi>{desk.name}</bdi>
        </PageLink>
      </th>
      {reading === undefined ? (
        <td colSpan={5} className="px-4 text-ink-3">
          {telling.words.nowPage.notRead}
        </td>
      ) : (
        <DeskNumbers reading={reading} telling={telling} />
      )}
    </tr>
  );
}

function DeskNumbers({ reading, telling }: { readonly reading: Reading; readonly telling: Telling }) {
  const { words, now, zone } = telling;
  const aged = useAged(reading);
  const { counts, cliff } = useDeskNow(reading, now, zone);
  const drop =
    cliff === null
      ? words.wall.noDrop
      : words.exception.drop(tellInstant(cliff.at, telling), cliff.before, cliff.after);
  const cells = [counts.onShift, counts.online, counts.absent, counts.extra, drop];
  return cells.map((cell, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the columns stand still
    <td key={index} className={`px-4 whitespace-nowrap ${aged ? "text-ink-3" : ""}`}>
      {cell}
    </td>
  ));
}
