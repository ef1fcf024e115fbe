"use client";
import { useMemo } from "react";
import type { View } from "#lib/contract/view.ts";
import { type Nameable, unknownOf, withoutUnknown } from "#lib/schedule/known.ts";
import { useView } from "./use-view.tsx";

/** The view without skills and departments that the desk does not have, and these, as the address says them. */
export function useKnownView({ agents, skills }: Nameable): {
  readonly view: View;
  readonly unknown: readonly string[];
} {
  const { view } = useView();
  return useMemo(() => {
    const unknown = unknownOf(view, { agents, skills });
    return { view: withoutUnknown(view, unknown), unknown: [...unknown.skill, ...unknown.department] };
  }, [view, agents, skills]);
}
