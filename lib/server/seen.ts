import type { Viewer } from "#lib/auth/viewer.ts";
import type { RosterContext } from "#lib/roster/context.ts";
import { seesDesk, shapePlan, shapeRoster } from "#lib/roster/shape.ts";
import type { CoveragePlan } from "#lib/schedule/coverage-plan.ts";
import type { Desk } from "#lib/schedule/types.ts";

/** What a page is told of the desks before it reads any: only what its viewer may see. */
export interface Seen {
  /** In the order of the settings; empty for nobody, and where a scope names a desk that is gone. */
  readonly desks: readonly Desk[];
  /** By desk key; leave names agents. */
  readonly plans: Readonly<Record<string, CoveragePlan>>;
}

/** Nobody who is not recognised is told anything. */
export function describeSeen({ desks }: Pick<RosterContext, "desks">, viewer: Viewer | null): Seen {
  if (viewer === null) return { desks: [], plans: {} };
  const seen = [...desks].filter(([key]) => seesDesk(viewer, key));
  const plans = seen.flatMap(([key, { plan, feed }]) => {
    if (plan === null) return [];
    const { roster } = feed.state();
    return [[key, shapePlan(plan, viewer, roster && shapeRoster(roster, viewer))] as const];
  });
  return { desks: seen.map(([, { feed }]) => feed.state().desk), plans: Object.fromEntries(plans) };
}
