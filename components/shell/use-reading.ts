"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { useView } from "#components/filters/use-view.tsx";
import { useWake } from "#components/now/use-clock.ts";
import { type Reading, readingFromPage } from "#lib/client/fetch-roster.ts";
import { requestRefresh, rosterQuery } from "#lib/client/queries.ts";
import type { FirstRows } from "#lib/contract/first-rows.ts";
import type { Desk } from "#lib/schedule/types.ts";
import { useAccess } from "./access.ts";
import { useSite } from "./site.tsx";

export interface DeskReading {
  readonly desk: Desk;
  /** The last answer, kept through every failure; undefined before the first. */
  readonly reading: Reading | undefined;
  /** Our own server could not be read; it says nothing about Feishu. */
  readonly error: Error | null;
  /** Asks the server for a round now, then reads again. */
  readonly tryNow: () => void;
  readonly isTrying: boolean;
}

/** The desk that the address names, or the first one. */
export function useDesk(): Desk {
  const { desks } = useSite();
  const { view } = useView();
  return desks.find(({ key }) => key === view.desk) ?? desks[0];
}

/**
 * The roster of the desk on screen, read again on the server's rhythm. `first`: what the page brought of it, which
 * stands until the first answer; where that is not the whole roster, the reading has an outline.
 */
export function useReading(first: FirstRows | null = null): DeskReading {
  const { basePath, renderedAt } = useSite();
  const desk = useDesk();
  const client = useQueryClient();
  const access = useAccess();
  const fromPage = useMemo(
    () => (first === null ? undefined : readingFromPage(first, first.servedAt === renderedAt)),
    [first, renderedAt],
  );
  const ofDesk = fromPage?.roster.desk.key === desk.key ? fromPage : undefined;
  const query = useQuery(rosterQuery(basePath, desk.key, access, ofDesk));
  const [isTrying, setTrying] = useState(false);
  const { refetch } = query;

  const tryNow = useCallback(() => {
    setTrying(true);
    requestRefresh(basePath, desk.key, access)
      .catch(() => undefined) // the read below meets the same failure and reports it
      .then(() => client.refetchQueries({ queryKey: ["roster", desk.key] }))
      .finally(() => setTrying(false));
  }, [basePath, desk.key, client, access]);

  useWake(useCallback(() => void refetch(), [refetch]));
  return { desk, reading: query.data ?? ofDesk, error: query.error, tryNow, isTrying };
}
