"use client";
import { DeskPage } from "#components/shell/desk-page.tsx";
import { CoverageView } from "./coverage-view.tsx";

/** `/coverage`: where the week's cover breaks, skill by skill, and what a day off would do to it. */
export function CoveragePage() {
  return (
    // A desk of its own each time: what follows the address a moment later would show the desk before.
    <DeskPage showsDays>
      {(content) => <CoverageView key={content.reading.roster.desk.key} {...content} />}
    </DeskPage>
  );
}
