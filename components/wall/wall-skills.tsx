import { tellInstant } from "#components/agent/agent-facts.ts";
import { StatusMark } from "#components/agent/status-mark.tsx";
import { spansFrom } from "#components/now/desk-days.ts";
import type { NowPart } from "#components/now/now-part.ts";
import type { SkillNow } from "#components/now/skills-now.ts";
import { Icon } from "#components/ui/icon.tsx";
import type { Words } from "#lib/i18n/index.ts";
import type { CoverageSpan } from "#lib/schedule/coverage.ts";
import { WallHeading, WallPanel } from "./wall-panel.tsx";

/** Rows that fit, marks that fit into a row, and those that do where the others have to be counted. */
const ROWS = 12;
const MARKS = 7;
const MARKS_COUNTED = 5;

/** Who holds each skill now, the fewest first, and how many will after the next drop. */
export function WallSkills({ desk, telling, aged }: NowPart) {
  const { words } = telling;
  const { cliff, coverage, skills } = desk;
  const spansOf = new Map(coverage.skills.map(({ skill, spans }) => [skill, spans]));
  const afterDrop = (id: string) =>
    cliff === null ? undefined : spansFrom(spansOf.get(id) ?? [], cliff.at)[0];
  // The line that counts the others takes the place of a row.
  const shown = skills.length > ROWS ? ROWS - 1 : ROWS;
  return (
    <WallPanel>
      <table className="w-full table-fixed text-left">
        <caption className="sr-only">{words.nowBoard.bySkill}</caption>
        <thead>
          <tr className="h-12 align-top text-small text-ink-3">
            <th className="w-[30%] font-normal">
              <WallHeading icon="tag">{words.nowBoard.bySkill}</WallHeading>
            </th>
            <th className="text-right font-normal" colSpan={2}>
              {words.wall.onlineOfPlanned}
            </th>
            <th className="w-[17%] text-right font-normal">
              {cliff !== null && words.wall.at(tellInstant(cliff.at, telling))}
            </th>
          </tr>
        </thead>
        <tbody>
          {skills.slice(0, shown).map((row) => (
            <Row key={row.skill.id} row={row} after={afterDrop(row.skill.id)} words={words} aged={aged} />
          ))}
        </tbody>
      </table>
      {skills.length === 0 && <p className="py-3 text-ink-2">{words.nowPage.noSkills}</p>}
      {skills.length > shown && (
        <p className="mt-auto pt-3 text-small text-ink-3">{words.board.moreSkills(skills.length - shown)}</p>
      )}
    </WallPanel>
  );
}

interface RowProps {
  readonly row: SkillNow;
  readonly after: CoverageSpan | undefined;
  readonly words: Words;
  readonly aged: boolean;
}

function Row({ row: { skill, agents, online, level }, after, words, aged }: RowProps) {
  const isClosed = level === "closed" && agents.length === 0;
  const marks = agents.length > MARKS ? MARKS_COUNTED : MARKS;
  const tone = online > 1 || isClosed ? "" : online === 1 ? "text-away-ink" : "text-danger-ink";
  return (
    <tr className="h-16 border-t border-line">
      <th className="truncate pr-3 font-medium">
        <bdi>{skill.name}</bdi>
      </th>
      <td className="w-[37%]">
        <span className="flex items-center gap-2 whitespace-nowrap">
          {agents.slice(0, marks).map(({ id, status }) => (
            <StatusMark key={id} status={aged ? "unknown" : status} size="1em" />
          ))}
          {agents.length > marks && <span className="text-small text-ink-2">+{agents.length - marks}</span>}
          {agents.length === 0 && level === "fallback" && (
            <span className="flex items-center gap-2 rounded-chip bg-fall-soft px-3 py-1 text-small font-semibold text-fall-ink">
              <Icon name="shield" className="size-5" />
              {words.cover.fallbackOnly}
            </span>
          )}
          {agents.length === 0 && level === "none" && (
            <span className="rounded-chip bg-danger-soft px-3 py-1 text-small font-semibold text-danger-ink">
              {words.board.nobody}
            </span>
          )}
          {isClosed && <span className="text-small text-ink-3">{words.board.closed}</span>}
        </span>
      </td>
      <td className="text-right whitespace-nowrap">
        <span className={`text-count ${tone}`}>{online}</span>{" "}
        <span className="text-small text-ink-2">{words.wall.ofPlanned(agents.length)}</span>
      </td>
      <td className="text-right text-small whitespace-nowrap">
        {after && <After span={after} words={words} />}
      </td>
    </tr>
  );
}

/** How many specialists there will be, or what there is without any. */
function After({ span, words }: { readonly span: CoverageSpan; readonly words: Words }) {
  if (span.specialists > 0) return <span className="text-ink-2">{span.specialists}</span>;
  if (span.level === "fallback") {
    return <span className="font-semibold text-fall-ink">{words.cover.fallback}</span>;
  }
  return span.level === "closed" ? (
    <span className="text-ink-3">{words.board.closed}</span>
  ) : (
    <span className="font-semibold text-danger-ink">{words.wall.nobody}</span>
  );
}
