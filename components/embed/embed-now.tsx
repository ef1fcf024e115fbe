"use client";
import { NowBoard } from "#components/now/now-board.tsx";
import { EmbedFrame } from "./embed-frame.tsx";
import { FrameFoot } from "./frame-parts.tsx";

/** The present of a desk in a frame. */
export function EmbedNow() {
  return (
    <EmbedFrame view="now">
      {({ desk, reading, week, now }) => (
        <>
          <NowBoard reading={reading} zone={week.zone} now={now} />
          <FrameFoot view="now" desk={desk} />
        </>
      )}
    </EmbedFrame>
  );
}
