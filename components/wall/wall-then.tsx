import type { Telling } from "#components/agent/agent-facts.ts";
import type { ChangeLine } from "#components/now/change-lines.ts";
import type { NowPart } from "#components/now/now-part.ts";
import { Icon } from "#components/ui/icon.tsx";
import { formatClock } from "#lib/i18n/format.ts";
import { minuteAt } from "#lib/schedule/zone.ts";
import { WallHeading, WallPanel } from "./wall-panel.tsx";

const LINES = 4;

/** The next moments at which somebody comes or goes, and how many are on shift from then. */
export function WallThen({ desk, roster, telling }: NowPart) {
  const { words, zone } = telling;
  const nameOf = (id: string) => roster.agents.find((agent) => agent.id === id)?.name ?? id;
  return (
    <WallPanel>
      <WallHeading icon="clock">{words.nowBoard.upNext}</WallHeading>
      <ol className="mt-2">
        {desk.changes.slice(0, LINES).map((change) => {
          const isAlarm = change.onShift === 0 && change.level !== "closed";
          return (
            <li
              key={change.at}
              className={`flex h-13 items-center gap-5 border-t border-line text-small ${isAlarm ? "font-semibold text-danger-ink" : ""}`}
            >
              <strong className="font-semibold">{formatClock(minuteAt(change.at, zone))}</strong>
              {isAlarm && <Icon name="alert" className="size-6" />}
              <bdi className="min-w-0 flex-1 truncate">{tellChange(change, nameOf, telling)}</bdi>
              <strong className="text-body font-semibold">{change.onShift}</strong>
            </li>
          );
        })}
      </ol>
      {desk.changes.length === 0 && <p className="mt-2 text-small text-ink-2">{words.nowPage.noChanges}</p>}
    </WallPanel>
  );
}

/** "徐静怡 leaves", "2 leave, 3 arrive", "Nobody until 08:00". */
function tellChange(change: ChangeLine, nameOf: (id: string) => string, telling: Telling): string {
  const { words, zone, locale } = telling;
  const { leave, arrive, emptyUntil } = change;
  if (emptyUntil !== null) return words.nowPage.nobodyUntil(formatClock(minuteAt(emptyUntil, zone)));
  const [leaver] = leave;
  const [arriver] = arrive;
  if (leave.length === 1 && arrive.length === 0 && leaver !== undefined) {
    return words.wall.leaves(nameOf(leaver));
  }
  if (arrive.length === 1 && leave.length === 0 && arriver !== undefined) {
    return words.wall.arrives(nameOf(arriver));
  }
  return [
    leave.length > 0 && words.nowBoard.leave(leave.length),
    arrive.length > 0 && words.nowBoard.arrive(arrive.length),
  ]
    .filter(Boolean)
    .join(locale === "zh" ? "，" : ", ");
}
