"use client";
import { useSearchParams } from "next/navigation";
import { useCallback } from "react";
import { type EmbedView, readEmbedView } from "#lib/contract/embed-view.ts";

/** Which view the frame shows; like all view state it lives in the address. */
export function useEmbedView() {
  const { view, isUnusable } = readEmbedView(useSearchParams().getAll("view"));
  const setEmbedView = useCallback((next: EmbedView | null) => {
    const url = new URL(window.location.href);
    if (next === null) url.searchParams.delete("view");
    else url.searchParams.set("view", next);
    window.history.replaceState(null, "", url);
  }, []);
  return { view, isUnusable, setEmbedView };
}
