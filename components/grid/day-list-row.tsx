"use client";
import { Avatar } from "#components/agent/avatar.tsx";
import { orderSkills } from "#components/agent/skill-badge.tsx";
import { useView } from "#components/filters/use-view.tsx";
import { PageLink } from "#components/shell/page-link.tsx";
import { cellSentence, formatPiece, sayNoHours } from "#lib/i18n/format.ts";
import type { Locale, Words } from "#lib/i18n/index.ts";
import type { RowPiece } from "#lib/schedule/leave-pieces.ts";
import type { SelectedAgent } from "#lib/schedule/select.ts";
import type { Day, Instant } from "#lib/schedule/types.ts";
import type { DayItem } from "./day-items.ts";
import type { RowSetting } from "./row-setting.ts";

interface DayListRowProps {
  readonly item: DayItem;
  readonly position: number;
  readonly count: number;
  readonly top: number;
  readonly height: number;
  readonly day: Day;
  readonly pieces: readonly RowPiece[];
  readonly isToday: boolean;
  readonly now: Instant;
  readonly setting: RowSetting;
}

/** One line of the phone's list: a group's head, or an agent's day. */
export function DayListRow({ item, position, count, top, height, ...rest }: DayListRowProps) {
  return (
    <div
      role="listitem"
      aria-posinset={position}
      aria-setsize={count}
      className="absolute inset-x-0"
      style={{ top, height }}
    >
      {item.kind === "head" ? (
        <div className="flex h-full items-end justify-between bg-canvas px-4 pb-2">
          <h2 className="text-title">{item.label}</h2>
          <span className="text-body text-ink-3">{item.summary}</span>
        </div>
      ) : (
        <AgentLine selected={item.selected} {...rest} />
      )}
    </div>
  );
}

type AgentLineProps = Pick<DayListRowProps, "day" | "pieces" | "isToday" | "now" | "setting"> & {
  readonly selected: SelectedAgent;
};

function AgentLine({ selected, day, pieces, isToday, now, setting }: AgentLineProps) {
  const { hrefOf } = useView();
  const { agent } = selected;
  const { words, skills, pickedSkills, week, locale, aged } = setting;
  const held = orderSkills(agent.skillIds, skills, pickedSkills);
  const shown = held.slice(0, 2).map(({ name }) => name);
  const second = [agent.department, ...shown].filter((one) => one !== null).join(" · ");
  const more = held.length > shown.length ? ` +${held.length - shown.length}` : "";
  return (
    <PageLink
      href={hrefOf({}, `/agents/${encodeURIComponent(agent.id)}`)}
      data-agent-id={agent.id}
      className="flex h-full items-center gap-3 border-b border-line bg-surface px-4 -outline-offset-2"
    >
      <Avatar agent={agent} status={aged ? "unknown" : agent.status} size="phone" />
      <span className="min-w-0 flex-1">
        <bdi className="block truncate text-title leading-5">{agent.name}</bdi>
        <bdi className="block truncate text-small text-ink-3">
          {second}
          {more}
        </bdi>
      </span>
      <span className="shrink-0 text-right">
        <span className="sr-only">
          {words.status[agent.status]}, {cellSentence(day, pieces, week.zone, locale)}
        </span>
        <HoursOf pieces={pieces} day={day} zone={week.zone} words={words} locale={locale} now={now} />
        {isToday && <StatusLine selected={selected} setting={setting} />}
      </span>
    </PageLink>
  );
}

interface HoursProps {
  readonly pieces: readonly RowPiece[];
  readonly day: Day;
  readonly zone: string;
  readonly words: Words;
  readonly locale: Locale;
  readonly now: Instant;
}

/** The block that runs or comes next today, else the first of the day, and how many others there are. */
function HoursOf({ pieces, day, zone, words, locale, now }: HoursProps) {
  const piece = pieces.find(({ endAt }) => endAt > now) ?? pieces.at(-1);
  if (piece === undefined)
    return (
      <span aria-hidden="true" className="block text-small text-ink-3">
        {sayNoHours(locale)}
      </span>
    );
  return (
    <span aria-hidden="true" className={`block text-title leading-5 ${piece.onLeave ? "text-ink-3" : ""}`}>
      {piece.onLeave && <span className="mr-1.5 text-small">{words.days.onLeave}</span>}
      {formatPiece(piece, day, zone)}
      {pieces.length > 1 && <span className="ml-1 text-small text-ink-3">+{pieces.length - 1}</span>}
    </span>
  );
}

function StatusLine({
  selected: { agent, exception },
  setting,
}: Pick<AgentLineProps, "selected" | "setting">) {
  const { words } = setting;
  if (exception === "online-off-shift") {
    return <span className="block text-small text-online-ink">{words.exception.onlineOffShift}</span>;
  }
  const tone =
    exception !== null ? "text-away-ink" : agent.status === "online" ? "text-online-ink" : "text-ink-3";
  return <span className={`block text-small ${tone}`}>{words.statusShort[agent.status]}</span>;
}
