"use client";
import { useEffect } from "react";
import { useWords } from "#components/filters/use-view.tsx";

interface PageTitleProps {
  /** The page, or what it is about. */
  readonly about: string;
  /** What is worth a look at the tab from another one; null: nothing is. */
  readonly lead?: string | null;
}

/**
 * The tab's title, in the language on screen. The server's own stands until there is something to show, and wherever
 * this is not rendered.
 */
export function PageTitle({ about, lead = null }: PageTitleProps) {
  const { product } = useWords();
  useDocumentTitle([lead, about, product].filter((part) => part !== null).join(" · "));
  return null;
}

/**
 * Keeps the document's title. The router writes the one of its metadata whenever that arrives, which may be after the
 * page is drawn, so the head is watched; when the page is left, what the router wrote last stands again.
 */
function useDocumentTitle(title: string): void {
  useEffect(() => {
    let routers = document.title;
    const put = () => {
      if (document.title === title) return;
      routers = document.title;
      document.title = title;
    };
    put();
    const observer = new MutationObserver(put);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      if (document.title === title) document.title = routers;
    };
  }, [title]);
}
