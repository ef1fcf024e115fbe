import { type ShiftChange, upcomingChanges } from "#lib/schedule/cliff.ts";
import type { Level } from "#lib/schedule/coverage.ts";
import type { Instant } from "#lib/schedule/types.ts";
import { type DeskDays, spansFrom } from "./desk-days.ts";

/** One moment of what comes next: who goes, who comes, and how many are on shift from then. */
export interface ChangeLine extends ShiftChange {
  readonly onShift: number;
  readonly level: Level;
  /** Where nobody is left: until when; null where somebody is. */
  readonly emptyUntil: Instant | null;
}

/** Every change in (`now`, `until`), soonest first. */
export function listChanges(
  { agents, coverage }: DeskDays,
  now: Instant,
  until: Instant,
): readonly ChangeLine[] {
  return upcomingChanges(agents, now, until).map((change): ChangeLine => {
    const [here, ...later] = spansFrom(coverage.everyone.spans, change.at);
    const onShift = here?.specialists ?? 0;
    const next = later.find(({ specialists }) => specialists > 0);
    const emptyUntil = onShift > 0 ? null : (next?.startAt ?? later.at(-1)?.endAt ?? here?.endAt ?? until);
    return { ...change, onShift, level: here?.level ?? "closed", emptyUntil };
  });
}
