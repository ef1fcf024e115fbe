"use client";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { useView, useWords } from "#components/filters/use-view.tsx";
import { useWake } from "#components/now/use-clock.ts";
import { useProgress } from "#components/ui/progress.ts";
import { type Reading, readingFromPage } from "#lib/client/fetch-roster.ts";
import { rosterQuery } from "#lib/client/queries.ts";
import type { FirstRows } from "#lib/contract/first-rows.ts";
import type { Desk } from "#lib/schedule/types.ts";
import { useAccess } from "./access.ts";
import { useSite } from "./site.tsx";
import { type TryNow, useTryNow } from "./use-try-now.ts";

export interface DeskReading extends TryNow {
  readonly desk: Desk;
  /** The last answer, kept through every failure; undefined before the first. */
  readonly reading: Reading | undefined;
  /** Our own server could not be read; it says nothing about Feishu. */
  readonly error: Error | null;
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
  const access = useAccess();
  const fromPage = useMemo(
    () => (first === null ? undefined : readingFromPage(first, first.servedAt === renderedAt)),
    [first, renderedAt],
  );
  const ofDesk = fromPage?.roster.desk.key === desk.key ? fromPage : undefined;
  const query = useQuery(rosterQuery(basePath, desk.key, access, ofDesk));
  const { refetch } = query;
  useWake(useCallback(() => void refetch(), [refetch]));
  const reading = query.data ?? ofDesk;
  // While nothing of it is here, the skeleton says so.
  useProgress(reading?.outline !== undefined && query.isFetching, useWords().states.loading);
  return { desk, reading, error: query.error, ...useTryNow(desk) };
}
