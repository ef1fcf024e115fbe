import type { ReactNode } from "react";
import { cx } from "#components/ui/class-names.ts";

interface CardProps {
  readonly title: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** One section of `/status`; a wide one takes both columns. */
export function StatusCard({ title, wide = false, children }: CardProps) {
  return (
    <section
      className={cx("min-w-0 rounded-card border border-line-strong bg-surface p-4", wide && "md:col-span-2")}
    >
      <h2 className="mb-3 text-title">{title}</h2>
      {children}
    </section>
  );
}

export function StatusLines({
  lines,
}: {
  readonly lines: readonly (readonly [label: string, value: ReactNode])[];
}) {
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2 text-body">
      {lines.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-ink-2 whitespace-nowrap">{label}</dt>
          <dd className="text-right font-medium break-all">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
