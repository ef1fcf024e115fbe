"use client";
import { useView, useWords } from "#components/filters/use-view.tsx";
import type { PageTab } from "./page-tabs.tsx";

/** The product's pages; each link takes the view along. */
export function usePageTabs(): readonly PageTab[] {
  const { hrefOf } = useView();
  const { pages } = useWords();
  return [
    { key: "board", href: hrefOf({}, "/"), label: pages.board, icon: "board" },
    { key: "coverage", href: hrefOf({}, "/coverage"), label: pages.coverage, icon: "heat" },
    { key: "now", href: hrefOf({}, "/now"), label: pages.now, icon: "pulse" },
  ];
}
