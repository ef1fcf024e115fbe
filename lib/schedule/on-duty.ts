import { earlier, later } from "./interval.ts";
import type { PlannedAgent } from "./tally.ts";
import type { Agent, Skill, Span } from "./types.ts";

/** Somebody who is planned for some of a stretch. */
export interface OnDuty {
  readonly agent: Agent;
  /** What the own shifts and the stretch share, in order; never empty. */
  readonly spans: readonly Span[];
}

/** Who stands behind a number of the coverage: by name, and where that is nobody, who steps in. */
export interface Staff {
  readonly specialists: readonly OnDuty[];
  /** Holders of a default skill who are not specialists themselves; nobody for a default skill, or for everyone. */
  readonly fallback: readonly OnDuty[];
}

/**
 * The agents whom `computeCoverage` counts for a skill (null: everyone) in a stretch, in the order of `agents`: planned
 * for some of it, and not removed (product.md, section 6).
 */
export function staffOf(
  { skill, ...stretch }: Span & { readonly skill: string | null },
  agents: readonly PlannedAgent[],
  skills: readonly Skill[],
): Staff {
  const planned = agents.flatMap(({ agent, spans }): OnDuty[] => {
    const shared = agent.status === "removed" ? [] : sharedSpans(spans, stretch);
    return shared.length === 0 ? [] : [{ agent, spans: shared }];
  });
  if (skill === null) return { specialists: planned, fallback: [] };
  const defaults = new Set(skills.filter(({ isDefault }) => isDefault).map(({ id }) => id));
  const steppingIn = defaults.has(skill) ? new Set<string>() : defaults;
  const holds = ({ agent }: OnDuty) => agent.skillIds.includes(skill);
  return {
    specialists: planned.filter(holds),
    fallback: planned.filter((one) => !holds(one) && one.agent.skillIds.some((id) => steppingIn.has(id))),
  };
}

function sharedSpans(spans: readonly Span[], stretch: Span): readonly Span[] {
  return spans.flatMap((span) => {
    const startAt = later(span.startAt, stretch.startAt);
    const endAt = earlier(span.endAt, stretch.endAt);
    return startAt < endAt ? [{ startAt, endAt }] : [];
  });
}
