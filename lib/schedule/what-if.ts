import type { Coverage, CoverageSpan, Level } from "./coverage.ts";
import { earlier, later } from "./interval.ts";
import type { Span } from "./types.ts";

/** What one picture says of a stretch. */
export type Reading = Pick<CoverageSpan, "level" | "specialists" | "fallback">;

/** A stretch that a what-if changes: level or specialists, or the fallback where nobody else is left. */
export interface ChangedSpan extends Span {
  /** Null: of everyone. */
  readonly skill: string | null;
  readonly before: Reading;
  readonly after: Reading;
}

export interface Changes {
  /** Skill by skill, in order of time. */
  readonly skills: readonly ChangedSpan[];
  readonly everyone: readonly ChangedSpan[];
  /** The length of all changed stretches of all skills in open hours: "54 skill hours change". */
  readonly skillMs: number;
}

/** What `preview` changes of `base`: both of the same bounds, opening hours and skills. */
export function compareCoverage(base: Coverage, preview: Coverage): Changes {
  const previews = new Map(preview.skills.map(({ skill, spans }) => [skill, spans]));
  const skills = base.skills.flatMap(({ skill, spans }) =>
    changedSpans(skill, spans, previews.get(skill) ?? []),
  );
  return {
    skills,
    everyone: changedSpans(null, base.everyone.spans, preview.everyone.spans),
    skillMs: skills.filter(isOpen).reduce((sum, { startAt, endAt }) => sum + endAt - startAt, 0),
  };
}

/** In closed hours nobody is missed, whoever is away. What is open does not depend on that. */
const isOpen = ({ after }: ChangedSpan) => after.level !== "closed";

function changedSpans(
  skill: string | null,
  base: readonly CoverageSpan[],
  preview: readonly CoverageSpan[],
): readonly ChangedSpan[] {
  const changed: ChangedSpan[] = [];
  let i = 0;
  let j = 0;
  for (let before = base[i], after = preview[j]; before && after; before = base[i], after = preview[j]) {
    const startAt = later(before.startAt, after.startAt);
    const endAt = earlier(before.endAt, after.endAt);
    const last = changed.at(-1);
    if (!looksSame(before, after)) {
      const goesOn =
        last?.endAt === startAt && looksSame(last.before, before) && looksSame(last.after, after);
      if (goesOn) changed[changed.length - 1] = { ...last, endAt };
      else changed.push({ skill, startAt, endAt, before: readingOf(before), after: readingOf(after) });
    }
    if (before.endAt === endAt) i++;
    if (after.endAt === endAt) j++;
  }
  return changed;
}

/** Whether two readings are drawn alike: the fallback counts only where it is all there is. */
function looksSame(a: Reading, b: Reading): boolean {
  return (
    a.level === b.level &&
    a.specialists === b.specialists &&
    (a.level !== "fallback" || a.fallback === b.fallback)
  );
}

const readingOf = ({ level, specialists, fallback }: Reading): Reading => ({ level, specialists, fallback });

/** How a loss ends, for one line of a list: nobody, fallback only, or still covered. */
export type Outcome = "none" | "fallback" | "covered";

/** Neighbouring changed stretches of a skill with the same outcome, as one. */
export interface Loss extends Span {
  readonly skill: string | null;
  readonly outcome: Outcome;
  /** The most specialists before, and the fewest after. */
  readonly highestBefore: number;
  readonly lowestAfter: number;
}

/** Sums up the changes of one skill after the other, closed hours aside: "Billing, Thu 18:00–19:00: 1 → fallback only". */
export function summariseChanges(changes: readonly ChangedSpan[]): readonly Loss[] {
  const losses: Loss[] = [];
  for (const { skill, startAt, endAt, before, after } of changes) {
    if (after.level === "closed") continue;
    const outcome = OUTCOMES[after.level];
    const last = losses.at(-1);
    if (last && last.skill === skill && last.endAt === startAt && last.outcome === outcome) {
      const highestBefore = Math.max(last.highestBefore, before.specialists);
      const lowestAfter = Math.min(last.lowestAfter, after.specialists);
      losses[losses.length - 1] = { ...last, endAt, highestBefore, lowestAfter };
    } else {
      losses.push({
        skill,
        startAt,
        endAt,
        outcome,
        highestBefore: before.specialists,
        lowestAfter: after.specialists,
      });
    }
  }
  return losses;
}

const OUTCOMES: Readonly<Record<Exclude<Level, "closed">, Outcome>> = {
  none: "none",
  fallback: "fallback",
  thin: "covered",
  met: "covered",
};
