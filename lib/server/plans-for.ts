import type { Viewer } from "#lib/auth/viewer.ts";
import type { CoveragePlan } from "#lib/schedule/coverage-plan.ts";

/**
 * The plans that a page hands to the browser, by desk key. Nobody who is not recognised gets any: leave names agents.
 * Why somebody is away is for managers alone.
 */
export function plansFor(
  plans: ReadonlyMap<string, CoveragePlan>,
  viewer: Viewer | null,
): Readonly<Record<string, CoveragePlan>> {
  if (viewer === null) return {};
  const shown = [...plans].map(
    ([key, plan]) => [key, viewer.maySeeAll ? plan : withoutReasons(plan)] as const,
  );
  return Object.fromEntries(shown);
}

function withoutReasons(plan: CoveragePlan): CoveragePlan {
  return { ...plan, leave: plan.leave.map((one) => ({ ...one, note: null })) };
}
