"use client";
import { useEffect } from "react";
import { RosterFetchError } from "#lib/client/fetch-roster.ts";
import type { DeskReading } from "./use-reading.ts";

/**
 * A session that has ended takes the names off the screen: the page is asked for again, and the server sends whoever
 * looks to sign in and back to the same view. Only a page that has shown data does so, and thus only once.
 */
export function useSessionEnd({ reading, error }: Pick<DeskReading, "reading" | "error">): void {
  const hasEnded = reading !== undefined && error instanceof RosterFetchError && error.status === 401;
  useEffect(() => {
    if (hasEnded) window.location.reload();
  }, [hasEnded]);
}
