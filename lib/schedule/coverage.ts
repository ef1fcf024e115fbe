import type { Interval, IntervalList } from "./interval.ts";
import { collectShifts, countAgents, makeTally, type PlannedAgent, type Tally } from "./tally.ts";
import { makeTimeline, type Timeline } from "./timeline.ts";
import {
  type CoverageSpan,
  type Gap,
  gapsOf,
  type SinglePoint,
  singlesOf,
  spansOf,
  type Track,
} from "./track.ts";
import type { Instant, Skill, Span } from "./types.ts";

export type { PlannedAgent } from "./tally.ts";
export { type CoverageSpan, type Gap, LEVELS, type Level, type SinglePoint } from "./track.ts";

/** A minimum laid on the calendar; `skill` null counts all planned agents. */
export interface LaidMinimum {
  readonly skill: string | null;
  readonly agents: number;
  readonly times: IntervalList<Instant>;
}

export interface CoverageInput {
  /** The stretch that is looked at, as a rule the week on screen. */
  readonly bounds: Span;
  /** The whole roster; removed agents do not count. */
  readonly agents: readonly PlannedAgent[];
  /** All skills of the desk, since the default ones are the others' fallback. */
  readonly skills: readonly Skill[];
  readonly opening: IntervalList<Instant>;
  readonly minimums: readonly LaidMinimum[];
}

export interface SkillCoverage {
  readonly skill: string;
  /** They tile the bounds: no holes, neighbours differ. */
  readonly spans: readonly CoverageSpan[];
  readonly gaps: readonly Gap[];
  readonly singles: readonly SinglePoint[];
}

export interface Coverage {
  readonly skills: readonly SkillCoverage[];
  /** All planned agents, whatever they know; its gaps are those of minimums without a skill alone. */
  readonly everyone: { readonly spans: readonly CoverageSpan[]; readonly gaps: readonly Gap[] };
}

/**
 * Coverage by product.md section 6, for the given skills (all of the desk's, unless `wanted` names some). A sweep over
 * edges: the cost grows with shifts and skills, not with minutes.
 */
export function computeCoverage(input: CoverageInput, wanted: readonly Skill[] = input.skills): Coverage {
  const timeline = makeTimeline(input.bounds, (add) => collectEdges(input, add));
  const tallies = countAgents(input.agents, input.skills, timeline);
  const open = markOpen(input.opening, timeline);
  const trackOf = (skill: string | null, specialists: Tally, fallback: Tally): Track => ({
    timeline,
    open,
    specialists,
    fallback,
    minimum: layMinimum(input.minimums, skill, timeline),
  });
  const nobody = makeTally(timeline);
  const everyone = trackOf(null, tallies.everyone, nobody);
  return {
    skills: wanted.map(({ id, isDefault }) => {
      const track = trackOf(id, tallies.bySkill.get(id) ?? nobody, isDefault ? nobody : tallies.fallback);
      return {
        skill: id,
        spans: spansOf(track),
        gaps: gapsOf(track, id),
        singles: singlesOf(track, id, input.agents),
      };
    }),
    everyone: { spans: spansOf(everyone), gaps: gapsOf(everyone, null) },
  };
}

function collectEdges({ agents, opening, minimums }: CoverageInput, add: (at: Instant) => void): void {
  collectShifts(agents, add);
  for (const times of [opening, ...minimums.map((minimum) => minimum.times)]) {
    for (const [startAt, endAt] of times) {
      add(startAt);
      add(endAt);
    }
  }
}

function markOpen(opening: IntervalList<Instant>, timeline: Timeline): Uint8Array {
  const open = new Uint8Array(timeline.segments);
  for (const [startAt, endAt] of opening) open.fill(1, ...timeline.segmentsOf(startAt, endAt));
  return open;
}

/** The largest explicit minimum of each segment, 0 where none fits. */
function layMinimum(minimums: readonly LaidMinimum[], skill: string | null, timeline: Timeline): Int32Array {
  const laid = new Int32Array(timeline.segments);
  for (const minimum of minimums) {
    if (minimum.skill !== skill) continue;
    for (const [startAt, endAt] of minimum.times) {
      const [from, to] = timeline.segmentsOf(startAt, endAt);
      for (let i = from; i < to; i++) laid[i] = Math.max(laid[i] ?? 0, minimum.agents);
    }
  }
  return laid;
}

/** The times within `bounds` at which anyone at all is planned. */
export function plannedTimes(agents: readonly PlannedAgent[], bounds: Span): IntervalList<Instant> {
  const always: Interval<Instant> = [bounds.startAt, bounds.endAt];
  const { everyone } = computeCoverage({ bounds, agents, skills: [], opening: [always], minimums: [] });
  return everyone.spans
    .filter(({ specialists }) => specialists > 0)
    .map(({ startAt, endAt }) => [startAt, endAt]);
}
