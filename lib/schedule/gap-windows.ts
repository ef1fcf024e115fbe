import type { Gap, SinglePoint } from "./coverage.ts";
import { compareCodeUnits } from "./facets.ts";
import type { Span } from "./types.ts";

/** Gaps of several skills over exactly the same stretch: one line of a list. */
export interface GapWindow extends Span {
  /** At least one; in the order of the given gaps. */
  readonly gaps: readonly Gap[];
}

/** Gathers gaps by stretch, in order of start, the longer first. */
export function gapWindows(gaps: readonly Gap[]): readonly GapWindow[] {
  const byStretch = Map.groupBy(gaps, ({ startAt, endAt }) => `${startAt} ${endAt}`);
  const windows: GapWindow[] = [];
  for (const [first, ...rest] of byStretch.values()) {
    if (first) windows.push({ startAt: first.startAt, endAt: first.endAt, gaps: [first, ...rest] });
  }
  return windows.sort((a, b) => a.startAt - b.startAt || b.endAt - a.endAt);
}

/** How much hangs on one agent: the time that skills have nobody else, summed over skills. */
export interface Dependence {
  readonly agent: string;
  readonly aloneMs: number;
  readonly bySkill: readonly { readonly skill: string; readonly aloneMs: number }[];
}

/** Whom most single points hang on, heaviest first, ties by id; so also the skills within. */
export function rankDependence(singles: readonly SinglePoint[]): readonly Dependence[] {
  const byAgent = Map.groupBy(singles, ({ agent }) => agent);
  return [...byAgent]
    .map(([agent, own]) => ({
      agent,
      aloneMs: lengthOf(own),
      bySkill: [...Map.groupBy(own, ({ skill }) => skill)]
        .map(([skill, points]) => ({ skill, aloneMs: lengthOf(points) }))
        .sort((a, b) => b.aloneMs - a.aloneMs || compareCodeUnits(a.skill, b.skill)),
    }))
    .sort((a, b) => b.aloneMs - a.aloneMs || compareCodeUnits(a.agent, b.agent));
}

const lengthOf = (spans: readonly Span[]) =>
  spans.reduce((sum, { startAt, endAt }) => sum + endAt - startAt, 0);
