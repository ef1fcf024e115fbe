import { tellGap } from "#components/now/gap-item.tsx";
import type { GapLine } from "#components/now/gap-lines.ts";
import type { NowPart } from "#components/now/now-part.ts";
import { tellDrop } from "#components/now/tell-drop.ts";
import { Icon } from "#components/ui/icon.tsx";
import { WallHeading, WallPanel } from "./wall-panel.tsx";

/** When cover falls next, by how much, and the next hole in it. */
export function WallDrop({ desk, roster, telling }: NowPart) {
  const { words } = telling;
  const { cliff, coverage, gaps } = desk;
  const tell = (gap: GapLine) => tellGap(gap, roster.skills, telling).sentence;
  if (cliff === null) {
    return (
      <WallPanel>
        <WallHeading icon="drop">{words.nowBoard.nextDrop}</WallHeading>
        <p className="mt-3 text-body text-ink-2">{words.wall.noDrop}</p>
      </WallPanel>
    );
  }
  const { skills, agents } = roster;
  const drop = tellDrop({ cliff, coverage, skills, agents }, telling);
  const atDrop = gaps.find(({ kind, startAt }) => kind === "nobody" && startAt === cliff.at);
  const later = gaps.find(({ startAt }) => startAt > cliff.at);
  // That nobody is left says more than that no specialist is.
  const worst = atDrop === undefined ? drop.detail : tell(atDrop);
  return (
    <WallPanel className="border-danger bg-danger-soft">
      <WallHeading icon="drop" tone="text-danger-ink">
        {drop.when}
      </WallHeading>
      <p className="mt-3 flex items-center gap-5 wall-clock">
        {cliff.before} <Icon name="arrow" className="size-14" /> {cliff.after}
      </p>
      {worst !== null && (
        <p className="mt-4 line-clamp-2 text-small font-semibold">
          <bdi>{worst}</bdi>
        </p>
      )}
      {later !== undefined && (
        <p className="mt-1 truncate text-small text-ink-2">
          <bdi>{tell(later)}</bdi>
        </p>
      )}
    </WallPanel>
  );
}
