import { type Telling, tellInstant } from "#components/agent/agent-facts.ts";
import type { RosterJson } from "#lib/contract/roster.ts";
import type { Skill } from "#lib/schedule/types.ts";
import type { GapLine } from "./gap-lines.ts";
import { tellSkillNames } from "./tell-names.ts";

interface GapItemProps {
  readonly gap: GapLine;
  readonly roster: RosterJson;
  readonly telling: Telling;
}

/** A hole in the cover: a cell as the heat map paints it, and the words for it. */
export function GapItem({ gap, roster, telling }: GapItemProps) {
  const { names, sentence } = tellGap(gap, roster.skills, telling);
  const isFallback = gap.kind === "fallback";
  return (
    <li className="flex items-center gap-3 border-b border-line px-4 py-3 last:border-0">
      <span
        aria-hidden="true"
        className={`flex h-5.5 w-8 shrink-0 items-center justify-center rounded-cell border text-label font-semibold ${LOOKS[gap.kind]}`}
      >
        {isFallback ? `(${gap.fallback})` : gap.kind === "nobody" ? 0 : "↓"}
      </span>
      <span className="min-w-0 text-body">
        <strong className="block font-semibold">
          <bdi>{sentence}</bdi>
        </strong>
        {names !== null && <bdi className="block text-small text-ink-2">{names}</bdi>}
      </span>
    </li>
  );
}

const LOOKS = {
  nobody: "border-danger bg-hatch-danger text-danger-ink",
  few: "border-away bg-away-soft text-away-ink",
  fallback: "border-fall bg-dots-fall text-fall-ink",
} as const;

/** "7 skills: nobody from 19:00", and which they are where the sentence does not say. */
export function tellGap(gap: GapLine, skills: readonly Skill[], telling: Telling) {
  const { words, now } = telling;
  const names = gap.skills.map((id) =>
    id === null ? words.nowPage.everyone : (skills.find((skill) => skill.id === id)?.name ?? id),
  );
  const [only] = names;
  const isOne = names.length === 1 && only !== undefined;
  const when =
    gap.startAt > now
      ? words.nowPage.from(tellInstant(gap.startAt, telling))
      : words.nowPage.until(tellInstant(gap.endAt, telling));
  const what = isOne ? only : words.nowPage.skills(names.length);
  return {
    sentence: words.nowPage.gaps[gap.kind](what, when),
    names: isOne ? null : tellSkillNames(names, telling),
  };
}
