"use client";
import { DeskPage } from "#components/shell/desk-page.tsx";
import { CoverageView } from "./coverage-view.tsx";

/** `/coverage`: where the week's cover breaks, skill by skill, and what a day off would do to it. */
export function CoveragePage() {
  return <DeskPage showsDays>{(content) => <CoverageView {...content} />}</DeskPage>;
}
