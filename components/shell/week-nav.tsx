"use client";

import { useView, useWords } from "#components/filters/use-view.tsx";
import { Icon, type IconName } from "#components/ui/icon.tsx";
import type { Instant, Week } from "#lib/schedule/types.ts";
import { useShortcuts } from "./use-shortcuts.ts";
import { weekAddressAfter } from "./week-address.ts";

interface WeekNavProps {
  readonly week: Week;
  readonly now: Instant;
}

const STEP = "inline-flex h-full min-w-8.5 items-center justify-center hover:bg-sunken focus-inset";

/** A week back, the present week, a week forward; also by the keys `[` and `]`. */
export function WeekNav({ week, now }: WeekNavProps) {
  const { setView } = useView();
  const { nav } = useWords();
  const go = (weeks: number) => setView({ week: weekAddressAfter(weeks, week, now) });
  useShortcuts({ "[": () => go(-1), "]": () => go(1) });
  return (
    <nav
      aria-label={nav.label}
      className="flex h-control shrink-0 overflow-hidden rounded-control border border-line-strong bg-surface text-body text-ink"
    >
      <StepButton name={nav.previousWeek} shortcut="[" icon="left" onStep={() => go(-1)} />
      <button
        type="button"
        className={`${STEP} border-x border-line-strong px-3 font-medium whitespace-nowrap`}
        onClick={() => setView({ week: null })}
      >
        {nav.thisWeek}
      </button>
      <StepButton name={nav.nextWeek} shortcut="]" icon="right" onStep={() => go(1)} />
    </nav>
  );
}

interface StepButtonProps {
  readonly name: string;
  readonly shortcut: string;
  readonly icon: IconName;
  readonly onStep: () => void;
}

function StepButton({ name, shortcut, icon, onStep }: StepButtonProps) {
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      aria-keyshortcuts={shortcut}
      className={STEP}
      onClick={onStep}
    >
      <Icon name={icon} className="text-ink-2" />
    </button>
  );
}
