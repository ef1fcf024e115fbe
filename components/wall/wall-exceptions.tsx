import { useMemo } from "react";
import { Avatar } from "#components/agent/avatar.tsx";
import { LOOK_OF } from "#components/now/exception-look.ts";
import type { NowPart } from "#components/now/now-part.ts";
import { gatherExceptions, type SeenAgent } from "#components/now/present.ts";
import { tellPlan, tellSince } from "#components/now/tell-plan.ts";
import { sortAgents } from "#lib/schedule/order.ts";
import { fitExceptions } from "./fit-exceptions.ts";
import { WallHeading, WallPanel } from "./wall-panel.tsx";

/** Headings and agents that the panel has room for. */
const LINES = 7;

interface WallExceptionsProps extends NowPart {
  /** The time at which Feishu last answered. */
  readonly readTime: string;
}

/** Who should be here and is not, by name, gravest first. Of old data nothing is said by name. */
export function WallExceptions({ desk, telling, aged, readTime }: WallExceptionsProps) {
  const { words } = telling;
  const exceptions = useMemo(() => gatherExceptions(sortAgents(desk.seen, "attention")), [desk.seen]);
  if (aged || exceptions.length === 0) {
    return (
      <WallPanel>
        <WallHeading icon="alert">{words.nowBoard.needsAttention}</WallHeading>
        <p className="mt-4 text-body text-ink-2">
          {aged ? words.nowPage.aged(readTime) : words.wall.allWell}
        </p>
      </WallPanel>
    );
  }
  const fitted = fitExceptions(exceptions, LINES);
  const total = exceptions.reduce((sum, [, agents]) => sum + agents.length, 0);
  const hidden = total - fitted.reduce((sum, { shown }) => sum + shown.length, 0);
  return (
    <WallPanel>
      <div className="flex min-h-0 flex-1 flex-col gap-4">
        {fitted.map(({ kind, shown, count }) => (
          <section key={kind}>
            <WallHeading icon={LOOK_OF[kind].icon} tone={TONES[kind]}>
              {words.nowPage.kinds[kind]}
              <span className="ml-auto">{count}</span>
            </WallHeading>
            <ul className="mt-2">
              {shown.map((seen) => (
                <Line key={seen.agent.id} seen={seen} telling={telling} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {hidden > 0 && <p className="pt-2 text-small text-ink-3">{words.wall.morePeople(hidden)}</p>}
    </WallPanel>
  );
}

const TONES = {
  "offline-on-shift": "text-danger-ink",
  "off-duty-on-shift": "text-danger-ink",
  "online-off-shift": "text-away-ink",
  "removed-scheduled": "text-away-ink",
} as const;

interface LineProps extends Pick<NowPart, "telling"> {
  readonly seen: SeenAgent;
}

function Line({ seen, telling }: LineProps) {
  const { agent } = seen;
  return (
    <li className="flex h-17 items-center gap-5 border-t border-line">
      <Avatar agent={agent} status={agent.status} size="wall" />
      <span className="min-w-0 flex-1">
        <bdi className="block truncate text-body font-semibold">{agent.name}</bdi>
        <span className="block truncate text-small text-ink-2">{tellPlan(seen, telling)}</span>
      </span>
      <span className="text-small font-semibold whitespace-nowrap text-away-ink">
        {tellSince(agent.statusSince, telling)}
      </span>
    </li>
  );
}
