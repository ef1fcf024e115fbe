"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { useWords } from "#components/filters/use-view.tsx";
import { useProgress } from "#components/ui/progress.ts";
import { requestRefresh } from "#lib/client/queries.ts";
import type { Desk } from "#lib/schedule/types.ts";
import { useAccess } from "./access.ts";
import { useSite } from "./site.tsx";

export interface TryNow {
  /** Asks the server for a round now, then reads again; does nothing while that is under way. */
  readonly tryNow: () => void;
  readonly isTrying: boolean;
}

/** A refresh by hand. Whoever leaves it, or the desk, waits for nothing; the server finishes its round all the same. */
export function useTryNow({ key }: Desk): TryNow {
  const { basePath } = useSite();
  const client = useQueryClient();
  const access = useAccess();
  const attempt = useRef<AbortController | null>(null);
  const [isTrying, setTrying] = useState(false);

  const leave = useCallback(() => {
    if (attempt.current === null) return;
    attempt.current.abort();
    attempt.current = null;
    setTrying(false);
    void client.cancelQueries({ queryKey: ["roster", key] });
  }, [key, client]);

  const tryNow = useCallback(() => {
    if (attempt.current !== null) return;
    const own = new AbortController();
    attempt.current = own;
    setTrying(true);
    requestRefresh(basePath, key, own.signal, access)
      .catch(() => undefined) // the read below meets the same failure and reports it
      .then(() => (own.signal.aborted ? undefined : client.refetchQueries({ queryKey: ["roster", key] })))
      .finally(() => {
        if (attempt.current !== own) return;
        attempt.current = null;
        setTrying(false);
      });
  }, [basePath, key, client, access]);

  useEffect(() => leave, [leave]);
  useProgress(isTrying, useWords().progress.refresh, leave);
  return { tryNow, isTrying };
}
