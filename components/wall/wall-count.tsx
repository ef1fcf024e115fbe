import { StatusMark } from "#components/agent/status-mark.tsx";
import { DayPicture } from "#components/now/day-picture.tsx";
import type { NowPart } from "#components/now/now-part.ts";
import { WallPanel } from "./wall-panel.tsx";

/** The picture is 420 units wide and prints in 18 units: as much room as 256 px are for labels of 11 px. */
const PICTURE_PX = 256;

/** The one number that is read from the door, those that explain it, and the day around it. */
export function WallCount({ desk, telling, aged }: NowPart) {
  const { words } = telling;
  const { counts, coverage, today } = desk;
  return (
    <WallPanel>
      <h2 className="flex items-center gap-3 text-body font-medium text-ink-2">
        <StatusMark status={aged ? "unknown" : "online"} size="1em" />
        {words.nowBoard.onlineOnShift}
      </h2>
      <p className="mt-4">
        <span className="wall-hero block proportional-nums">{counts.online}</span>
        <span className="mt-3 block text-count font-normal text-ink-2">
          {words.wall.ofOnShift(counts.onShift)}
        </span>
      </p>
      <dl className="mt-6 grid grid-cols-2 gap-4">
        <Small
          count={counts.absent}
          label={words.nowPage.absent}
          tone={counts.absent > 0 ? "text-danger-ink" : "text-ink"}
        />
        <Small
          count={counts.extra}
          label={words.exception.onlineOffShift}
          tone={counts.extra > 0 ? "text-away-ink" : "text-ink"}
        />
      </dl>
      <div className="mt-auto pt-4">
        <DayPicture
          spans={coverage.everyone.spans}
          day={today}
          telling={telling}
          aged={aged}
          widthPx={PICTURE_PX}
        />
      </div>
    </WallPanel>
  );
}

interface SmallProps {
  readonly count: number;
  readonly label: string;
  readonly tone: string;
}

function Small({ count, label, tone }: SmallProps) {
  return (
    <div className="flex flex-col-reverse justify-end border-t border-line-strong pt-3">
      <dt className="text-small text-ink-2">{label}</dt>
      <dd className={`text-figure proportional-nums ${tone}`}>{count}</dd>
    </div>
  );
}
