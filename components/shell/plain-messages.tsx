"use client";
import Link from "next/link";
import { useView, useWords } from "#components/filters/use-view.tsx";
import { buttonClass } from "#components/ui/class-names.ts";
import { Message } from "#components/ui/message.tsx";
import { PageTitle } from "./page-title.tsx";

/** Pages without a roster: nothing here, or something broke. */
export function NotFoundMessage() {
  const { hrefOf } = useView();
  const { states, actions } = useWords();
  return (
    <main id="main" className="flex min-h-dvh flex-col bg-canvas text-ink">
      <PageTitle about={states.notFound} />
      <Message isPage icon="search" title={states.notFound} detail={states.notFoundDetail}>
        <Link className="text-body font-medium text-accent-ink hover:underline" href={hrefOf({}, "/")}>
          {actions.back}
        </Link>
      </Message>
    </main>
  );
}

interface FailedMessageProps {
  /** What the server's log calls this failure. */
  readonly reference: string | null;
  readonly onRetry: () => void;
}

export function FailedMessage({ reference, onRetry }: FailedMessageProps) {
  const { states, actions } = useWords();
  return (
    <main id="main" className="flex min-h-dvh flex-col bg-canvas text-ink">
      <Message isPage icon="alert" title={states.failed} detail={states.failedDetail}>
        <button type="button" className={buttonClass("primary")} onClick={onRetry}>
          {actions.retry}
        </button>
      </Message>
      {reference !== null && <code className="p-4 text-center text-small text-ink-3">{reference}</code>}
    </main>
  );
}
