import { type ReactNode, useId } from "react";
import { Icon, type IconName } from "#components/ui/icon.tsx";

interface PanelProps {
  readonly icon: IconName;
  readonly title: string;
  /** At the right of the title: a count, or how to read what follows. */
  readonly aside?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** One card of a page about the present, under its heading. */
export function Panel({ icon, title, aside, className = "", children }: PanelProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={`min-w-0 overflow-hidden rounded-card border border-line-strong bg-surface ${className}`}
    >
      <header className="flex min-h-11 flex-wrap items-center gap-x-2 border-b border-line px-4 py-2">
        <Icon name={icon} />
        <h2 id={id} className="flex-auto text-title">
          {title}
        </h2>
        {aside !== undefined && <span className="text-small text-ink-3">{aside}</span>}
      </header>
      {children}
    </section>
  );
}
