"use client";

import { usePathname } from "next/navigation";
import { useWords } from "#components/filters/use-view.tsx";
import { cx } from "#components/ui/class-names.ts";
import { Icon, type IconName } from "#components/ui/icon.tsx";
import { PageLink } from "./page-link.tsx";

export interface PageTab {
  readonly key: string;
  /** Without the base path; its query is the view to take along. */
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
}

interface PageTabsProps {
  readonly tabs: readonly PageTab[];
}

/** The product's pages, in the header; on a phone along the lower edge. */
export function PageTabs({ tabs }: PageTabsProps) {
  const path = usePathname();
  const { pagesLabel } = useWords();
  // One page is no choice.
  if (tabs.length < 2) return null;
  return (
    <nav
      aria-label={pagesLabel}
      className="flex shrink-0 gap-0.5 rounded-item bg-sunken max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:z-6 max-sm:rounded-none max-sm:border-t max-sm:border-line-strong max-sm:bg-surface max-sm:pb-[env(safe-area-inset-bottom)]"
    >
      {tabs.map(({ key, href, label, icon }) => {
        const isHere = href.split("?")[0] === path;
        return (
          <PageLink
            key={key}
            href={href}
            aria-current={isHere ? "page" : undefined}
            className={cx(
              "inline-flex h-control items-center justify-center gap-2 rounded-control border px-2.5 text-body font-medium whitespace-nowrap max-sm:h-13 max-sm:flex-1 max-sm:flex-col max-sm:gap-0.5 max-sm:border-transparent max-sm:text-small",
              isHere
                ? "border-line-strong bg-surface text-ink max-sm:text-accent-ink"
                : "border-transparent text-ink-2 hover:text-ink",
            )}
          >
            <Icon name={icon} className={isHere ? "text-accent" : ""} />
            {label}
          </PageLink>
        );
      })}
    </nav>
  );
}
