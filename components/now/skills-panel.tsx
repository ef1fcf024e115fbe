import { type Telling, tellInstant } from "#components/agent/agent-facts.ts";
import { Avatar } from "#components/agent/avatar.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { NowPart } from "./now-part.ts";
import { Panel } from "./panel.tsx";
import type { SkillNow } from "./skills-now.ts";

/** Faces a row has room for, and where the others have to be counted beside them. */
const FACES = 7;
const FACES_COUNTED = 6;

/** Who holds each skill now, the fewest first, and when that changes. */
export function SkillsPanel({ desk, telling, aged }: NowPart) {
  const { words } = telling;
  if (desk.skills.length === 0) {
    return (
      <Panel icon="tag" title={words.nowBoard.bySkill}>
        <p className="px-4 py-3 text-body text-ink-2">{words.nowPage.noSkills}</p>
      </Panel>
    );
  }
  return (
    <Panel icon="tag" title={words.nowBoard.bySkill} aside={words.nowBoard.onlineOfPlanned}>
      <table className="w-full table-fixed text-left text-body">
        <thead className="bg-sunken text-small text-ink-2">
          <tr>
            <th className="w-[20%] px-4 py-1.5 font-normal max-sm:w-auto">{words.nowPage.skill}</th>
            <th className="px-2 font-normal max-sm:hidden">{words.nowPage.agents}</th>
            <th className="w-22 px-2 font-normal sm:w-28">{words.nowPage.now}</th>
            <th className="w-40 px-2 font-normal max-sm:w-[46%]">{words.nowPage.nextChange}</th>
          </tr>
        </thead>
        <tbody>
          {desk.skills.map((row) => (
            <SkillRow key={row.skill.id} row={row} telling={telling} aged={aged} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

interface SkillRowProps {
  readonly row: SkillNow;
  readonly telling: Telling;
  readonly aged: boolean;
}

function SkillRow({ row, telling, aged }: SkillRowProps) {
  const { words } = telling;
  const { skill, agents, online, level } = row;
  const faces = agents.length > FACES ? FACES_COUNTED : FACES;
  const tone = online > 1 || level === "closed" ? "" : online === 1 ? "text-away-ink" : "text-danger-ink";
  return (
    <tr className="border-t border-line">
      <th className="px-4 py-2.5 font-semibold">
        <bdi className="break-words">{skill.name}</bdi>
        <span className="block sm:hidden">
          <LevelBadge row={row} telling={telling} />
        </span>
      </th>
      <td className="px-2 max-sm:hidden">
        <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5">
          {agents.slice(0, faces).map((agent) => (
            <span key={agent.id} title={agent.name}>
              <Avatar agent={agent} status={aged ? "unknown" : agent.status} size="small" />
              <span className="sr-only">
                {aged ? agent.name : `${agent.name}, ${words.status[agent.status]}`}
              </span>
            </span>
          ))}
          {agents.length > faces && <span className="text-small text-ink-2">+{agents.length - faces}</span>}
          <LevelBadge row={row} telling={telling} />
        </span>
      </td>
      <td className="px-2 whitespace-nowrap">
        <span className={`text-count ${tone}`}>{online}</span>{" "}
        <span className="text-small text-ink-2">{words.nowPage.ofPlanned(agents.length)}</span>{" "}
        {agents.length === 1 && level !== "closed" && (
          <span className="inline-block align-[-3px] text-away-ink" title={words.nowPage.single}>
            <Icon name="one" />
            <span className="sr-only">{words.nowPage.single}</span>
          </span>
        )}
      </td>
      <td className="px-2 py-1 text-ink-2">
        <NextCover row={row} telling={telling} />
      </td>
    </tr>
  );
}

/** Says in a word why nobody stands in the row. */
function LevelBadge({ row: { agents, level, fallback }, telling: { words } }: Omit<SkillRowProps, "aged">) {
  if (agents.length > 0) return null;
  if (level === "fallback") {
    return (
      <Badge tone="fall">
        <Icon name="shield" className="mr-1 size-3" />
        {words.nowPage.fallback(fallback)}
      </Badge>
    );
  }
  return level === "closed" ? (
    <Badge>{words.board.closed}</Badge>
  ) : (
    <Badge tone="danger">{words.board.nobody}</Badge>
  );
}

/** "18:00 → Fallback only". */
function NextCover({ row: { next }, telling }: Omit<SkillRowProps, "aged">) {
  const { words } = telling;
  if (next === null) return <span className="text-ink-3">{words.nowPage.noChange}</span>;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5">
      {tellInstant(next.startAt, telling)}
      {/* Where a line is too short for both, the arrow goes with what it points to. */}
      <span className="inline-flex items-center gap-x-1.5 whitespace-nowrap">
        <Icon name="arrow" className="size-3" />
        {next.specialists > 0 ? (
          <strong className="font-semibold text-ink">{words.board.people(next.specialists)}</strong>
        ) : next.level === "fallback" ? (
          <Badge tone="fall">{words.cover.fallbackOnly}</Badge>
        ) : next.level === "closed" ? (
          <Badge>{words.board.closed}</Badge>
        ) : (
          <Badge tone="danger">{words.board.nobody}</Badge>
        )}
      </span>
    </span>
  );
}
