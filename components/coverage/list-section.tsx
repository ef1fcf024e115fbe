"use client";
import { type ReactNode, useId, useState } from "react";
import { useWordsWith } from "#components/filters/use-view.tsx";
import { Button } from "#components/ui/button.tsx";
import { Icon, type IconName } from "#components/ui/icon.tsx";
import { COVERAGE_WORDS } from "#lib/i18n/coverage-words.ts";

interface ListSectionProps<Line> {
  readonly icon: IconName;
  /** Colour of icon and heading; the words say the same. */
  readonly tone: string;
  readonly title: string;
  readonly aside: string;
  readonly lines: readonly Line[];
  /** Said where there are no lines. */
  readonly none: string;
  readonly max: number;
  readonly keyOf: (line: Line) => string;
  readonly children: (line: Line) => ReactNode;
}

/** A headed list that shows the gravest lines first, and the others when asked. */
export function ListSection<Line>(props: ListSectionProps<Line>) {
  const { icon, tone, title, aside, lines, none, max, keyOf, children } = props;
  const { coveragePage } = useWordsWith(COVERAGE_WORDS);
  const headingId = useId();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? lines : lines.slice(0, max);
  return (
    <section aria-labelledby={headingId} className="p-4">
      <div className="mb-1 flex items-center justify-between gap-3">
        <h2 id={headingId} className={`flex items-center gap-2 text-body font-semibold ${tone}`}>
          <Icon name={icon} />
          {title}
        </h2>
        <span className="text-small text-ink-2">{aside}</span>
      </div>
      {lines.length === 0 && <p className="py-2 text-body text-ink-2">{none}</p>}
      <ul>
        {shown.map((line) => (
          <li key={keyOf(line)}>{children(line)}</li>
        ))}
      </ul>
      {lines.length > shown.length && (
        <Button look="link" onClick={() => setWhole(true)}>
          {coveragePage.showAll(lines.length)}
        </Button>
      )}
    </section>
  );
}
