"use client";
import { useSite } from "#components/shell/site.tsx";
import { useDesk } from "#components/shell/use-reading.ts";
import type { CoveragePlan } from "#lib/schedule/coverage-plan.ts";

/** Opening hours, minimums, holidays and leave of the desk on screen; null where no file names any. */
export function usePlan(): CoveragePlan | null {
  const { plans } = useSite();
  return plans[useDesk().key] ?? null;
}
