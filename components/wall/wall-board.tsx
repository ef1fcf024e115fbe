"use client";
import type { Telling } from "#components/agent/agent-facts.ts";
import { EmptyDesk } from "#components/grid/empty-states.tsx";
import { useDeskNow } from "#components/now/use-desk-now.ts";
import type { Reading } from "#lib/client/fetch-roster.ts";
import { formatClock } from "#lib/i18n/format.ts";
import { minuteAt } from "#lib/schedule/zone.ts";
import { WallCount } from "./wall-count.tsx";
import { WallDrop } from "./wall-drop.tsx";
import { WallExceptions } from "./wall-exceptions.tsx";
import { WallSkills } from "./wall-skills.tsx";
import { WallThen } from "./wall-then.tsx";

interface WallBoardProps {
  readonly reading: Reading;
  readonly telling: Telling;
  readonly aged: boolean;
}

/** The picture of the present in five cards; all of it grey when it is no longer the present. */
export function WallBoard({ reading, telling, aged }: WallBoardProps) {
  const desk = useDeskNow(reading, telling.now, telling.zone);
  const { roster } = reading;
  if (roster.agents.length === 0) return <EmptyDesk words={telling.words} />;
  const part = { desk, roster, telling, aged };
  const readTime = formatClock(minuteAt(reading.clock.fetchedAt, telling.zone));
  return (
    <div
      data-aged={aged ? "" : undefined}
      className={`wall-columns grid min-h-0 flex-1 gap-6 ${aged ? "grayscale" : ""}`}
    >
      <div className="grid min-h-0 grid-rows-[1fr_auto] gap-6">
        <WallCount {...part} />
        <WallDrop {...part} />
      </div>
      <WallSkills {...part} />
      <div className="grid min-h-0 grid-rows-[1fr_auto] gap-6">
        <WallExceptions {...part} readTime={readTime} />
        <WallThen {...part} />
      </div>
    </div>
  );
}
