"use client";
import { memo } from "react";
import { Avatar } from "#components/agent/avatar.tsx";
import { orderSkills, SkillBadge } from "#components/agent/skill-badge.tsx";
import { StatusMark } from "#components/agent/status-mark.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { cellSentence } from "#lib/i18n/format.ts";
import type { ExceptionKind } from "#lib/schedule/exceptions.ts";
import type { RowPiece } from "#lib/schedule/leave-pieces.ts";
import type { Piece } from "#lib/schedule/pieces.ts";
import type { Agent, Instant, Skill } from "#lib/schedule/types.ts";
import { Block, type BlockTone } from "./block.tsx";
import type { RowSetting } from "./row-setting.ts";

interface AgentRowProps {
  readonly agent: Agent;
  readonly pieces: readonly (readonly RowPiece[])[];
  /** Start of the shift that runs now; null when none does. Only that shift's bar takes the status' tone. */
  readonly runningAt: Instant | null;
  readonly exception: ExceptionKind | null;
  /** Nothing is planned soon after now, so that words fit beside the now-line. */
  readonly hasTagRoom: boolean;
  readonly setting: RowSetting;
  readonly rowKey: string;
  readonly rowIndex: number;
  readonly top: number;
  readonly height: number;
  /** Column that is the grid's one tab stop, 0 being the name; null when it is in another row. */
  readonly activeColumn: number | null;
}

/** One agent's week. Rendered again only when the agent, the week or its own focus changes, not by the clock. */
export const AgentRow = memo(function AgentRow(props: AgentRowProps) {
  const { agent, pieces, runningAt, exception, setting, rowKey, rowIndex, top, height, activeColumn } = props;
  const { week, words, locale, dayWidthPx } = setting;
  const longest = longestPieces(pieces);
  const hasTag = exception === "online-off-shift" && setting.todayIndex !== null && !setting.aged;
  // On the first day the tag would stand on the words.
  const saysNoHours = agent.week.length === 0 && !(hasTag && setting.todayIndex === 0);
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      data-agent-id={agent.id}
      data-row-key={rowKey}
      className="grid-row agent-row"
      style={{ top, height }}
    >
      <NameCell {...props} />
      {saysNoHours && (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 left-(--name-width) z-2 flex items-center gap-2 pl-3 text-small text-ink-3"
        >
          <Icon name="clock" />
          {words.board.noHours}
        </span>
      )}
      {week.days.map((day, index) => (
        <div
          key={day.date}
          role="gridcell"
          aria-colindex={index + 2}
          tabIndex={activeColumn === index + 1 ? 0 : -1}
          data-column={index + 1}
          className="bar-track min-w-0 flex-1"
        >
          {/* Not a label: the bars' shorter words are no part of it, and a label must hold what is seen (WCAG 2.5.3). */}
          <span className="sr-only">{cellSentence(day, pieces[index] ?? [], week.zone, locale)}</span>
          {pieces[index]?.map((piece) => (
            <Block
              key={piece.startAt}
              piece={piece}
              day={day}
              zone={week.zone}
              dayWidthPx={dayWidthPx}
              tone={toneOf(agent, piece, runningAt, setting.aged)}
              // A block that begins soon lies below the tag, which would leave half of its hours to be seen.
              labelled={longest.has(piece) && !(hasTag && !props.hasTagRoom && index === setting.todayIndex)}
            />
          ))}
        </div>
      ))}
      {hasTag && (
        <OffShiftTag label={words.exception.onlineOffShift} short={dayWidthPx < 120 || !props.hasTagRoom} />
      )}
    </div>
  );
});

function NameCell({ agent, exception, setting, activeColumn }: AgentRowProps) {
  const { words, skills, pickedSkills, aged, compact } = setting;
  const shownStatus = aged ? "unknown" : agent.status;
  const said = [
    agent.name,
    words.status[agent.status],
    agent.department,
    exception && words.exceptionOf[exception],
  ];
  return (
    <div
      role="rowheader"
      aria-colindex={1}
      aria-label={said.filter(Boolean).join(", ")}
      tabIndex={activeColumn === 0 ? 0 : -1}
      data-column={0}
      data-card-anchor={agent.id}
      className={`name-cell ${edgeOf(exception, aged)}`}
    >
      {compact ? <StatusMark status={shownStatus} /> : <Avatar agent={agent} status={shownStatus} />}
      <span className="name-line">
        <bdi className={agent.status === "removed" ? "name line-through" : "name"}>{agent.name}</bdi>
        {agent.department !== null && !compact && <bdi className="name-department">{agent.department}</bdi>}
      </span>
      {!compact && <Skills held={orderSkills(agent.skillIds, skills, pickedSkills)} setting={setting} />}
    </div>
  );
}

interface SkillsProps {
  readonly held: readonly Skill[];
  readonly setting: RowSetting;
}

function Skills({ held, setting: { badges, pickedSkills } }: SkillsProps) {
  return (
    <span className="name-skills">
      {held.slice(0, badges).map((skill) => (
        <SkillBadge key={skill.id} skill={skill} picked={pickedSkills.includes(skill.id)} />
      ))}
      {held.length > badges && <span className="text-label text-ink-3">+{held.length - badges}</span>}
    </span>
  );
}

function OffShiftTag({ label, short }: { readonly label: string; readonly short: boolean }) {
  return (
    <span
      aria-hidden="true"
      className="pointer-events-none absolute top-1/2 at-now z-2 ml-1.5 flex -translate-y-1/2 items-center rounded-pill border border-online bg-surface px-2 text-label font-semibold text-online-ink"
    >
      {short ? <StatusMark status="online" /> : label}
    </span>
  );
}

function edgeOf(exception: ExceptionKind | null, aged: boolean): string {
  if (exception === null || aged) return "";
  return exception === "online-off-shift" || exception === "removed-scheduled"
    ? "border-l-away"
    : "border-l-danger";
}

function toneOf(agent: Agent, piece: Piece, runningAt: Instant | null, aged: boolean): BlockTone {
  if (agent.status === "removed") return "removed";
  return !aged && piece.shift.startAt === runningAt ? agent.status : "planned";
}

/** Of each shift the longest piece in the week, which prints the hours. */
function longestPieces(pieces: readonly (readonly Piece[])[]): ReadonlySet<Piece> {
  const longest = new Map<Instant, Piece>();
  for (const piece of pieces.flat()) {
    const known = longest.get(piece.shift.startAt);
    if (!known || piece.endAt - piece.startAt > known.endAt - known.startAt)
      longest.set(piece.shift.startAt, piece);
  }
  // A round-the-clock shift names every one of its days.
  const DAY_MS = 86_400_000;
  const daily = pieces.flat().filter(({ shift }) => shift.endAt - shift.startAt >= DAY_MS);
  return new Set([...longest.values(), ...daily]);
}
