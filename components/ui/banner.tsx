import type { ReactNode } from "react";
import { cx } from "./class-names.ts";
import { Icon, type IconName } from "./icon.tsx";

const TONES = {
  info: { box: "bg-accent-soft", ink: "text-accent-ink" },
  warn: { box: "bg-away-soft", ink: "text-away-ink" },
  danger: { box: "bg-danger-soft", ink: "text-danger-ink" },
} as const;

interface BannerProps {
  readonly tone: keyof typeof TONES;
  readonly icon: IconName;
  readonly title: string;
  readonly detail?: ReactNode;
  /** A button or link at the right. */
  readonly action?: ReactNode;
}

/**
 * A bar across the page that says what is the matter with it. Only the title is announced, politely: a
 * detail may count seconds, which nobody wants read out.
 */
export function Banner({ tone, icon, title, detail, action }: BannerProps) {
  const { box, ink } = TONES[tone];
  return (
    <section
      aria-label={title}
      className={cx("flex items-start gap-3 border-b border-line-strong px-4 py-2", box)}
    >
      <Icon name={icon} className={cx("mt-0.5", ink)} />
      <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3 text-body">
        <strong role="status" className={cx("font-semibold", ink)}>
          {title}
        </strong>
        {detail !== undefined && <span className="text-ink-2">{detail}</span>}
      </div>
      {action}
    </section>
  );
}
