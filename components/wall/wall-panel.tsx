import type { ReactNode } from "react";
import { Icon, type IconName } from "#components/ui/icon.tsx";

interface WallPanelProps {
  readonly className?: string;
  readonly children: ReactNode;
}

/** One card of the wallboard. What does not fit is cut off: nobody scrolls a television. */
export function WallPanel({ className = "border-line-strong bg-surface", children }: WallPanelProps) {
  return (
    <section className={`flex min-h-0 flex-col overflow-hidden rounded-panel border p-7 ${className}`}>
      {children}
    </section>
  );
}

interface WallHeadingProps {
  readonly icon: IconName;
  readonly tone?: string;
  readonly children: ReactNode;
}

export function WallHeading({ icon, tone = "text-ink-2", children }: WallHeadingProps) {
  return (
    <h2 className={`flex items-center gap-3 text-body font-medium whitespace-nowrap ${tone}`}>
      <Icon name={icon} className="size-6" />
      {children}
    </h2>
  );
}
