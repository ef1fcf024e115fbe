import type { ReactNode } from "react";
import { Icon, type IconName } from "#components/ui/icon.tsx";
import { chatUrl, mailUrl } from "./contact.ts";

interface FactProps {
  readonly icon: IconName;
  readonly label: string;
  readonly children: ReactNode;
}

/** One line of a description list: what it is, and what it says. */
export function Fact({ icon, label, children }: FactProps) {
  return (
    <>
      <dt className="flex items-start gap-2 text-ink-2">
        <Icon name={icon} className="mt-0.5" />
        {label}
      </dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  );
}

interface MessageButtonProps {
  readonly agentId: string;
  readonly label: string;
  /** Where several stand on one page: whom this one writes to, for those who do not see what it stands beside. */
  readonly to?: string;
}

/** Opens the chat with an agent in the Feishu client. */
export function MessageButton({ agentId, label, to }: MessageButtonProps) {
  return (
    <a
      aria-label={to === undefined ? undefined : `${label} ${to}`}
      href={chatUrl(agentId)}
      target="_blank"
      rel="noreferrer"
      className="inline-flex h-control items-center gap-2 rounded-control border border-control bg-surface px-3 text-body font-medium whitespace-nowrap hover:bg-sunken"
    >
      <Icon name="chat" />
      {label}
    </a>
  );
}

/** An address as a link where it plainly is one, else as text. */
export function EmailText({ email }: { readonly email: string }) {
  const url = mailUrl(email);
  if (url === null) return <bdi className="break-all">{email}</bdi>;
  return (
    <a className="break-all text-accent-ink hover:underline" href={url}>
      {email}
    </a>
  );
}
