import type { ReactNode } from "react";
import { Icon, type IconName } from "#components/ui/icon.tsx";
import type { NowPart } from "./now-part.ts";
import { tellDrop } from "./tell-drop.ts";

/** The present in five numbers. */
export function Counters({ desk, roster, telling }: Omit<NowPart, "aged">) {
  const { words } = telling;
  const { counts } = desk;
  const share = counts.onShift === 0 ? "" : `${Math.round((counts.online / counts.onShift) * 100)}%`;
  return (
    <dl className="grid grid-cols-2 overflow-hidden rounded-card border border-line-strong bg-surface md:grid-cols-4 xl:grid-cols-[repeat(4,1fr)_1.7fr]">
      <Counter icon="users" label={words.nowBoard.onShift} aside={words.nowPage.ofAgents(counts.agents)}>
        {counts.onShift}
      </Counter>
      <Counter icon="check" label={words.nowBoard.online} aside={share} tone="text-online-ink">
        {counts.online}
      </Counter>
      <Counter icon="user-x" label={words.nowPage.absent} tone={counts.absent > 0 ? "text-danger-ink" : ""}>
        <span className={counts.absent > 0 ? "text-danger-ink" : ""}>{counts.absent}</span>
      </Counter>
      <Counter
        icon="user-check"
        label={words.exception.onlineOffShift}
        tone={counts.extra > 0 ? "text-away-ink" : ""}
      >
        {counts.extra}
      </Counter>
      <NextDrop desk={desk} roster={roster} telling={telling} />
    </dl>
  );
}

interface CounterProps {
  readonly icon: IconName;
  readonly label: string;
  readonly aside?: ReactNode;
  /** Colours icon and label only: the word says the same. */
  readonly tone?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

function Counter({ icon, label, aside, tone = "", className = "", children }: CounterProps) {
  return (
    <div className={`-mb-px -ml-px border-b border-l border-line px-5 py-3 ${className}`}>
      <dt className={`flex items-center gap-2 text-body ${tone || "text-ink-2"}`}>
        <Icon name={icon} />
        {label}
      </dt>
      <dd className="flex flex-wrap items-baseline gap-x-2">
        <span className="text-figure proportional-nums">{children}</span>
        {aside !== undefined && <span className="text-small text-ink-2">{aside}</span>}
      </dd>
    </div>
  );
}

/** When cover falls next, by how much, and what is worst about it. */
function NextDrop({ desk, roster, telling }: Omit<NowPart, "aged">) {
  const { words } = telling;
  const { cliff, coverage } = desk;
  const shared = { icon: "drop", label: words.nowBoard.nextDrop, className: WIDE } as const;
  if (cliff === null) {
    return (
      <Counter {...shared} aside={words.wall.noDrop}>
        –
      </Counter>
    );
  }
  const drop = tellDrop({ cliff, coverage, skills: roster.skills, agents: roster.agents }, telling);
  return (
    <Counter {...shared} aside={[drop.when, drop.detail].filter(Boolean).join(" · ")}>
      <span className="flex items-center gap-2">
        {cliff.before} <Icon name="arrow" className="size-6" /> {cliff.after}
      </span>
    </Counter>
  );
}

const WIDE = "col-span-2 md:col-span-4 xl:col-span-1";
