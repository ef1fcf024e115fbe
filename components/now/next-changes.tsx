import type { ReactNode } from "react";
import { type Telling, tellUntil } from "#components/agent/agent-facts.ts";
import { Icon } from "#components/ui/icon.tsx";
import { formatClock } from "#lib/i18n/format.ts";
import type { Instant } from "#lib/schedule/types.ts";
import { dateAt, minuteAt } from "#lib/schedule/zone.ts";
import type { ChangeLine } from "./change-lines.ts";
import { DayPicture } from "./day-picture.tsx";
import type { NowPart } from "./now-part.ts";
import { Panel } from "./panel.tsx";
import { tellNames } from "./tell-names.ts";

/** Changes listed; more than a day's worth of a large desk helps nobody. */
const SHORT = 10;

/** Width of the picture in px at the panel's narrowest. */
const PICTURE_PX = 290;

/** Today's numbers as a picture, and who comes and goes from now on. */
export function NextChanges({ desk, roster, telling, aged }: NowPart) {
  const { words, now } = telling;
  const { counts, changes, coverage, today } = desk;
  const names = new Map(roster.agents.map(({ id, name }) => [id, name]));
  return (
    <Panel icon="clock" title={words.nowBoard.upNext} aside={words.board.onShift}>
      <div className="px-4 pt-3">
        <DayPicture
          spans={coverage.everyone.spans}
          day={today}
          telling={telling}
          aged={aged}
          widthPx={PICTURE_PX}
        />
      </div>
      <ol className="relative px-4 pt-1 pb-3">
        <Moment at={now} aside={null} isLoud={!aged} onShift={counts.onShift} telling={telling}>
          <strong className="block font-semibold">{words.nowPage.now}</strong>
          <span className="block text-ink-2">{words.nowPage.present(counts.online, counts.absent)}</span>
        </Moment>
        {changes.slice(0, SHORT).map((change, index) => (
          <Change
            key={change.at}
            change={change}
            names={names}
            aside={index === 0 ? words.exception.in(tellUntil(change.at, telling)) : null}
            telling={telling}
          />
        ))}
      </ol>
      {changes.length === 0 && <p className="px-4 pb-3 text-body text-ink-2">{words.nowPage.noChanges}</p>}
      {changes.length > SHORT && (
        <p className="px-4 pb-3 text-small text-ink-2">{words.nowPage.more(changes.length - SHORT)}</p>
      )}
    </Panel>
  );
}

interface ChangeProps {
  readonly change: ChangeLine;
  readonly names: ReadonlyMap<string, string>;
  readonly aside: string | null;
  readonly telling: Telling;
}

function Change({ change, names, aside, telling }: ChangeProps) {
  const { words, zone } = telling;
  const { at, leave, arrive, onShift, emptyUntil, level } = change;
  const isAlarm = onShift === 0 && level !== "closed";
  const list = (ids: readonly string[]) =>
    tellNames(
      ids.map((id) => names.get(id) ?? id),
      telling,
    );
  return (
    <Moment at={at} aside={aside} isLoud={isAlarm} onShift={onShift} telling={telling}>
      {leave.length > 0 && (
        <span className="block">
          <strong className="font-semibold">{words.nowBoard.leave(leave.length)}</strong>{" "}
          <bdi className="text-ink-2">{list(leave)}</bdi>
        </span>
      )}
      {arrive.length > 0 && (
        <span className="block">
          <strong className="font-semibold">{words.nowBoard.arrive(arrive.length)}</strong>{" "}
          <bdi className="text-ink-2">{list(arrive)}</bdi>
        </span>
      )}
      {emptyUntil !== null && (
        <span
          className={`flex items-center gap-1 ${isAlarm ? "font-semibold text-danger-ink" : "text-ink-2"}`}
        >
          {isAlarm && <Icon name="alert" className="size-3.5" />}
          {words.nowPage.nobodyUntil(formatClock(minuteAt(emptyUntil, zone)))}
        </span>
      )}
    </Moment>
  );
}

interface MomentProps {
  readonly at: Instant;
  /** Below the time: how long until then; without it, that it is another day. */
  readonly aside: string | null;
  readonly isLoud: boolean;
  readonly onShift: number;
  readonly telling: Telling;
  readonly children: ReactNode;
}

/** One moment on the line of what comes: when, what happens, and how many are on shift from then. */
function Moment({ at, aside, isLoud, onShift, telling, children }: MomentProps) {
  const { now, zone, words } = telling;
  const isToday = dateAt(at, zone) === dateAt(now, zone);
  const below = aside ?? (isToday ? null : words.nav.tomorrow);
  return (
    <li className="relative grid grid-cols-[3.75rem_1rem_1fr_auto] gap-x-2 pb-3 text-small">
      <span>
        <span className={`block text-body font-semibold ${at === now && isLoud ? "text-now" : ""}`}>
          {formatClock(minuteAt(at, zone))}
        </span>
        {below !== null && <span className="block text-ink-3">{below}</span>}
      </span>
      <span aria-hidden="true" className="relative flex justify-center">
        <span className="absolute top-3 -bottom-4 w-0.5 bg-line" />
        <span
          className={`relative mt-1.5 size-2.5 rounded-pill border-2 ${isLoud ? "border-now bg-now" : "border-off bg-surface"}`}
        />
      </span>
      <span className="min-w-0 pt-px break-words">{children}</span>
      <span className={`text-count ${isLoud && at !== now ? "text-danger-ink" : ""}`}>{onShift}</span>
    </li>
  );
}
