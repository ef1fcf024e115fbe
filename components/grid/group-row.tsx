"use client";
import { memo } from "react";
import { Icon } from "#components/ui/icon.tsx";

interface GroupRowProps {
  readonly label: string;
  /** "8 人 · 在班 4 · 在线 3" */
  readonly summary: string;
  readonly isOpen: boolean;
  readonly groupKey: string;
  readonly onToggle: (groupKey: string) => void;
  readonly rowKey: string;
  readonly rowIndex: number;
  readonly top: number;
  readonly height: number;
  readonly active: boolean;
  /** The now-line goes on over the head. */
  readonly holdsNow: boolean;
}

/** Head of a group of rows. One cell across the grid; Enter and Space fold it. */
export const GroupRow = memo(function GroupRow(props: GroupRowProps) {
  const { label, summary, isOpen, groupKey, onToggle, rowKey, rowIndex, top, height, active, holdsNow } =
    props;
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      data-row-key={rowKey}
      className="grid-row bg-sunken"
      style={{ top, height }}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid's own keys reach this cell (use-grid-keys) */}
      <div
        role="rowheader"
        aria-colindex={1}
        aria-colspan={8}
        aria-expanded={isOpen}
        tabIndex={active ? 0 : -1}
        data-column={0}
        onClick={() => onToggle(groupKey)}
        className="flex flex-1 cursor-pointer items-center"
      >
        <span className="group-name flex h-full w-(--name-width) max-w-dvw min-w-60 items-center gap-2 bg-sunken pr-3 pl-3.5">
          <Icon name={isOpen ? "down" : "right"} />
          <bdi className="min-w-0 flex-1 truncate text-body font-semibold">{label}</bdi>
          <span className="shrink-0 text-small text-ink-2">{summary}</span>
        </span>
        {holdsNow && (
          <span aria-hidden="true" className="at-now absolute inset-y-0 w-0.5 -translate-x-1/2 bg-now" />
        )}
      </div>
    </div>
  );
});
