"use client";
import { CoverageView } from "#components/coverage/coverage-view.tsx";
import { EmbedFrame } from "./embed-frame.tsx";
import { FrameFoot } from "./frame-parts.tsx";

/** Where the week's cover breaks, in a frame. */
export function EmbedCoverage() {
  return (
    <EmbedFrame view="coverage">
      {({ desk, ...content }) => (
        <>
          <CoverageView {...content} />
          <FrameFoot view="coverage" desk={desk} />
        </>
      )}
    </EmbedFrame>
  );
}
