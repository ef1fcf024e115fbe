import type { Coverage } from "#lib/schedule/coverage.ts";
import { gapWindows } from "#lib/schedule/gap-windows.ts";
import type { Instant } from "#lib/schedule/types.ts";
import { spansFrom } from "./desk-days.ts";

/** A hole in the cover, now or soon: one line of a list. */
export interface GapLine {
  /** `fallback`: no specialist, but somebody to step in; `nobody`: neither; `few`: fewer than the minimum. */
  readonly kind: "nobody" | "few" | "fallback";
  /** Ids; null stands for all planned agents, of whom a minimum asks more. */
  readonly skills: readonly (string | null)[];
  /** Not before now. */
  readonly startAt: Instant;
  readonly endAt: Instant;
  /** Planned holders of a default skill, where they are all there is. */
  readonly fallback: number;
}

/** Skills left to fallback now, and gaps that are open now or open before `until`, soonest first. */
export function listGapLines(coverage: Coverage, now: Instant, until: Instant): readonly GapLine[] {
  const gaps = [...coverage.skills.flatMap((one) => one.gaps), ...coverage.everyone.gaps]
    .filter(({ startAt, endAt }) => endAt > now && startAt < until)
    .map((gap) => ({ ...gap, startAt: gap.startAt < now ? now : gap.startAt }));
  const kindOf = (skill: string | null, at: Instant) => {
    const spans = coverage.skills.find((one) => one.skill === skill)?.spans ?? coverage.everyone.spans;
    const [here] = spansFrom(spans, at);
    return here?.specialists === 0 && here.fallback === 0 ? "nobody" : "few";
  };
  const windows = gapWindows(gaps).flatMap(({ startAt, endAt, gaps: same }) =>
    [...Map.groupBy(same, ({ skill }) => kindOf(skill, startAt))].map(
      ([kind, own]): GapLine => ({
        kind,
        skills: own.map(({ skill }) => skill),
        startAt,
        endAt,
        fallback: 0,
      }),
    ),
  );
  return [...listFallback(coverage, now), ...windows].sort((a, b) => a.startAt - b.startAt);
}

/** Skills that only a fallback holds now. */
function listFallback({ skills }: Coverage, now: Instant): readonly GapLine[] {
  return skills.flatMap(({ skill, spans }): GapLine[] => {
    const [here, ...later] = spansFrom(spans, now);
    if (here?.level !== "fallback") return [];
    const end = later.find(({ level }) => level !== "fallback");
    const { fallback } = here;
    const endAt = end?.startAt ?? later.at(-1)?.endAt ?? here.endAt;
    return [{ kind: "fallback", skills: [skill], startAt: now, endAt, fallback }];
  });
}
