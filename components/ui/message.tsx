import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

export interface MessageProps {
  /** Stands in the tile above the title. */
  readonly icon: IconName;
  readonly title: string;
  readonly detail: ReactNode;
  readonly children?: ReactNode;
  /** It is the page, and not a part of one. */
  readonly isPage?: boolean;
}

/** A state that fills the place of the rows: what is the case, and what to do about it. */
export function Message({ icon, title, detail, children, isPage = false }: MessageProps) {
  const Heading = isPage ? "h1" : "h2";
  return (
    <div
      role="status"
      className="flex min-h-80 flex-1 flex-col items-center justify-center gap-3 bg-surface p-6 text-center"
    >
      <span className="flex size-11 items-center justify-center rounded-card bg-sunken text-ink-2">
        <Icon name={icon} />
      </span>
      <Heading className="text-title">{title}</Heading>
      <p className="max-w-96 text-body text-ink-2">{detail}</p>
      <div className="mt-2 flex flex-wrap justify-center gap-2">{children}</div>
    </div>
  );
}
