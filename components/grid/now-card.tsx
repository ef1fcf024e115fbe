"use client";
import { useView } from "#components/filters/use-view.tsx";
import { useTicks } from "#components/now/use-clock.ts";
import { Icon } from "#components/ui/icon.tsx";
import { ageMs, type ReadingClock } from "#lib/client/clock.ts";
import { formatAge, formatClock } from "#lib/i18n/format.ts";
import type { SelectedAgent } from "#lib/schedule/select.ts";
import { NO_FILTERS } from "#lib/schedule/select.ts";
import type { Instant } from "#lib/schedule/types.ts";
import { minuteAt } from "#lib/schedule/zone.ts";
import type { RowSetting } from "./row-setting.ts";

interface NowCardProps {
  readonly clock: ReadingClock;
  /** Everybody, whatever the filters hide. */
  readonly seen: readonly SelectedAgent[];
  readonly now: Instant;
  readonly setting: RowSetting;
}

/** How many are there now of those planned, and who is missing, before the phone's list begins. */
export function NowCard({ clock, seen, now, setting }: NowCardProps) {
  const { setView } = useView();
  const { words, week, locale } = setting;
  const mark = useTicks(1_000);
  const planned = seen.filter(({ onShift }) => onShift);
  const online = planned.filter(({ agent }) => agent.status === "online");
  const missing = seen.filter(({ exception }) => exception === "offline-on-shift");
  return (
    <section className="m-3 rounded-card border border-line-strong bg-surface p-4">
      <div className="flex items-baseline justify-between gap-2">
        <h2 className="text-title">{words.phone.nowAt(formatClock(minuteAt(now, week.zone)))}</h2>
        <span className="flex items-center gap-1.5 text-small text-ink-3">
          <Icon name="refresh" />
          {mark !== null && formatAge(ageMs(clock, mark), locale)}
        </span>
      </div>
      <p className="flex items-baseline gap-2">
        <span className="text-figure proportional-nums">{online.length}</span>
        <span className="text-title font-normal text-ink-2">
          {words.phone.onlineOfPlanned(planned.length)}
        </span>
      </p>
      {missing.length > 0 && (
        <button
          type="button"
          onClick={() => setView({ ...NO_FILTERS, exception: ["offline-on-shift"] })}
          className="mt-3 flex h-11 w-full items-center gap-2.5 rounded-item bg-danger-soft px-3 text-body font-semibold text-danger-ink"
        >
          <Icon name="user-x" />
          <span className="flex-1 text-left">
            {words.exception.counted["offline-on-shift"](missing.length)}
          </span>
          <Icon name="right" />
        </button>
      )}
    </section>
  );
}
