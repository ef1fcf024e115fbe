import type { PlannedAgent, Tally } from "./tally.ts";
import { spanOf, stretchesOf, type Timeline } from "./timeline.ts";
import type { Span } from "./types.ts";

/** How well a skill is covered, worst after `closed` first (product.md, section 6). */
export const LEVELS = ["closed", "none", "fallback", "thin", "met"] as const;
export type Level = (typeof LEVELS)[number];

/** A stretch in which level and numbers stay the same. */
export interface CoverageSpan extends Span {
  readonly level: Level;
  readonly specialists: number;
  readonly fallback: number;
}

/** A maximal stretch, in open hours, of `none` or of fewer specialists than an explicit minimum. */
export interface Gap extends Span {
  /** Null: of a minimum that counts all planned agents. */
  readonly skill: string | null;
  /** How many people are missing at the worst moment: up to the minimum, or one where there is none. */
  readonly people: number;
  /** People missing × time, in ms. */
  readonly peopleMs: number;
}

/** A maximal stretch, in open hours, of exactly one specialist, the same person. */
export interface SinglePoint extends Span {
  readonly skill: string;
  /** The agent's id. */
  readonly agent: string;
}

/** One row of the picture: everything known of a skill, segment by segment. */
export interface Track {
  readonly timeline: Timeline;
  readonly open: Uint8Array;
  readonly specialists: Tally;
  readonly fallback: Tally;
  readonly minimum: Int32Array;
}

const specialistsAt = ({ specialists }: Track, i: number) => specialists.counts[i] ?? 0;
const fallbackAt = ({ fallback }: Track, i: number) => fallback.counts[i] ?? 0;
const minimumAt = ({ minimum }: Track, i: number) => minimum[i] ?? 0;

/** The first level that fits. */
function levelAt(track: Track, i: number): Level {
  const specialists = specialistsAt(track, i);
  if (track.open[i] !== 1) return "closed";
  if (specialists === 0) return fallbackAt(track, i) === 0 ? "none" : "fallback";
  return specialists === 1 || specialists < minimumAt(track, i) ? "thin" : "met";
}

/** How many people a gap lacks here; 0 where there is no gap. */
function missingAt(track: Track, i: number): number {
  const level = levelAt(track, i);
  if (level === "closed") return 0;
  return Math.max(minimumAt(track, i) - specialistsAt(track, i), level === "none" ? 1 : 0);
}

/** The row as spans that tile the timeline, equal neighbours merged. */
export function spansOf(track: Track): readonly CoverageSpan[] {
  const same = (i: number, j: number) =>
    specialistsAt(track, i) === specialistsAt(track, j) &&
    fallbackAt(track, i) === fallbackAt(track, j) &&
    levelAt(track, i) === levelAt(track, j);
  return stretchesOf(track.timeline.segments, () => true, same).map((stretch) => ({
    ...spanOf(track.timeline, stretch),
    level: levelAt(track, stretch[0]),
    specialists: specialistsAt(track, stretch[0]),
    fallback: fallbackAt(track, stretch[0]),
  }));
}

/** The row's gaps; of everyone (`skill` null) only those that an explicit minimum makes. */
export function gapsOf(track: Track, skill: string | null): readonly Gap[] {
  // Nobody at all is a gap of every skill already; of everyone, only what somebody asked for is.
  const isGap = (i: number) => missingAt(track, i) > 0 && (skill !== null || minimumAt(track, i) > 0);
  return stretchesOf(track.timeline.segments, isGap, () => true).map(([from, to]) => {
    let people = 0;
    let peopleMs = 0;
    for (let i = from; i < to; i++) {
      const { startAt, endAt } = spanOf(track.timeline, [i, i + 1]);
      people = Math.max(people, missingAt(track, i));
      peopleMs += missingAt(track, i) * (endAt - startAt);
    }
    return { ...spanOf(track.timeline, [from, to]), skill, people, peopleMs };
  });
}

/** The row's single points; `agents` are those that were counted. */
export function singlesOf(
  track: Track,
  skill: string,
  agents: readonly PlannedAgent[],
): readonly SinglePoint[] {
  const memberAt = (i: number) => track.specialists.members[i] ?? -1;
  const isSingle = (i: number) => track.open[i] === 1 && specialistsAt(track, i) === 1;
  const stretches = stretchesOf(track.timeline.segments, isSingle, (i, j) => memberAt(i) === memberAt(j));
  return stretches.flatMap((stretch) => {
    const planned = agents[memberAt(stretch[0])];
    return planned ? [{ ...spanOf(track.timeline, stretch), skill, agent: planned.agent.id }] : [];
  });
}
