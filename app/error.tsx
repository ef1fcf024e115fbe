"use client";
import { FailedMessage } from "#components/shell/plain-messages.tsx";

interface ErrorPageProps {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return <FailedMessage reference={error.digest ?? null} onRetry={reset} />;
}
