import type { Coverage, CoverageSpan, Gap, SinglePoint } from "#lib/schedule/coverage.ts";
import { type GapWindow, gapWindows } from "#lib/schedule/gap-windows.ts";
import type { Instant, Span } from "#lib/schedule/types.ts";
import type { Loss } from "#lib/schedule/what-if.ts";
import { minuteAt } from "#lib/schedule/zone.ts";

/** What the lists beside the map say: pure, in the order in which they are read. */

/** One line of the gap list: the skills that lack people over one stretch. */
export interface GapLine extends GapWindow {
  /** The fewest who are there: 0 is nobody. */
  readonly lowest: number;
  /** How many of its gaps only the what-if makes, or makes longer. */
  readonly added: number;
  /** People missing × time, over all its skills, in ms. */
  readonly peopleMs: number;
}

const gapsOf = ({ skills, everyone }: Coverage): readonly Gap[] => [
  ...skills.flatMap(({ gaps }) => gaps),
  ...everyone.gaps,
];

/** The gaps of `shown`, by stretch; `base` is the coverage without the what-if, the same object where there is none. */
export function gapLines(shown: Coverage, base: Coverage): readonly GapLine[] {
  const spansOf = new Map<string | null, readonly CoverageSpan[]>([[null, shown.everyone.spans]]);
  for (const { skill, spans } of shown.skills) spansOf.set(skill, spans);
  const known = Map.groupBy(gapsOf(base), ({ skill }) => skill);
  const isKnown = (gap: Gap) => (known.get(gap.skill) ?? []).some((one) => covers(one, gap));
  return gapWindows(gapsOf(shown)).map((window) => ({
    ...window,
    lowest: Math.min(...window.gaps.map((gap) => fewest(spansOf.get(gap.skill) ?? [], gap))),
    added: window.gaps.filter((gap) => !isKnown(gap)).length,
    peopleMs: window.gaps.reduce((sum, gap) => sum + gap.peopleMs, 0),
  }));
}

const covers = (a: Span, b: Span) => a.startAt <= b.startAt && b.endAt <= a.endAt;

function fewest(spans: readonly CoverageSpan[], { startAt, endAt }: Span): number {
  const within = spans.filter((span) => span.startAt < endAt && span.endAt > startAt);
  return Math.min(...within.map(({ specialists }) => specialists));
}

/** Those that are not over yet; all of them where nothing is said of the present. */
export function linesAhead(lines: readonly GapLine[], now: Instant | null): readonly GapLine[] {
  return now === null ? lines : lines.filter(({ endAt }) => endAt > now);
}

/** One person who alone holds a skill for some of the week. */
export interface SingleLine {
  readonly skill: string;
  /** The agent's id. */
  readonly agent: string;
  readonly aloneMs: number;
}

/** Single points by skill and person, the longest first; ties in the order given. */
export function singleLines(singles: readonly SinglePoint[]): readonly SingleLine[] {
  const lines = new Map<string, SingleLine>();
  for (const { skill, agent, startAt, endAt } of singles) {
    const key = JSON.stringify([skill, agent]);
    const aloneMs = (lines.get(key)?.aloneMs ?? 0) + endAt - startAt;
    lines.set(key, { skill, agent, aloneMs });
  }
  return [...lines.values()].sort((a, b) => b.aloneMs - a.aloneMs);
}

/** Losses of one skill at the same hours of several days, as one line. */
export interface LossLine extends Omit<Loss, keyof Span> {
  readonly spans: readonly [Span, ...Span[]];
  readonly lostMs: number;
}

const RANK = { none: 0, fallback: 1, covered: 2 } as const;

/** What a what-if takes: the gravest outcome first, then as given. Hours are those of the clock of `zone`. */
export function lossLines(losses: readonly Loss[], zone: string): readonly LossLine[] {
  const alike = Map.groupBy(losses, ({ startAt, endAt, ...loss }) =>
    JSON.stringify([loss, minuteAt(startAt, zone), endAt - startAt]),
  );
  const lines: LossLine[] = [];
  for (const [first, ...rest] of alike.values()) {
    if (first === undefined) continue;
    const { startAt, endAt, ...loss } = first;
    const spans = [{ startAt, endAt }, ...rest] as const;
    const lostMs = spans.reduce((sum, span) => sum + span.endAt - span.startAt, 0);
    lines.push({ ...loss, spans, lostMs });
  }
  return lines.sort((a, b) => RANK[a.outcome] - RANK[b.outcome]);
}
