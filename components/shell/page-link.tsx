"use client";
import Link, { useLinkStatus } from "next/link";
import type { ComponentProps } from "react";
import { useWords } from "#components/filters/use-view.tsx";
import { useProgress } from "#components/ui/progress.ts";

type PageLinkProps = Omit<ComponentProps<typeof Link>, "prefetch">;

/** A link to another page of ours, which says so where that is long in coming. It loads nothing before it is pressed. */
export function PageLink({ children, ...rest }: PageLinkProps) {
  return (
    <Link {...rest} prefetch={false}>
      {children}
      <LinkProgress />
    </Link>
  );
}

function LinkProgress() {
  const { pending } = useLinkStatus();
  usePageProgress(pending);
  return null;
}

/** Says that a page is on its way, and offers to stay. */
export function usePageProgress(isPending: boolean): boolean {
  return useProgress(isPending, useWords().progress.page, stay);
}

/** The router gives up where it was going when the address is set anew, here to what it is. */
function stay(): void {
  window.history.replaceState(null, "", window.location.href);
}
