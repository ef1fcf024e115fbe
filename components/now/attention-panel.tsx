"use client";
import { useMemo } from "react";
import { useView } from "#components/filters/use-view.tsx";
import { PageLink } from "#components/shell/page-link.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { ExceptionKind } from "#lib/schedule/exceptions.ts";
import { sortAgents } from "#lib/schedule/order.ts";
import { NO_FILTERS } from "#lib/schedule/select.ts";
import { AttentionItem } from "./attention-item.tsx";
import { CheckButton } from "./check-button.tsx";
import { LOOK_OF } from "./exception-look.ts";
import { GapItem } from "./gap-item.tsx";
import type { NowPart } from "./now-part.ts";
import { Panel } from "./panel.tsx";
import { gatherExceptions, type SeenAgent } from "./present.ts";
import { useNotes } from "./use-notes.ts";

/** How many of one kind are listed before the board is pointed to, and how many gaps. */
const SHORT = 8;
const GAPS = 6;

/** Exceptions first, by kind; then the holes in the cover; then what looks wrong about the schedules. */
export function AttentionPanel(part: NowPart) {
  const { desk, roster, telling, aged } = part;
  const { words } = telling;
  const exceptions = useMemo(() => gatherExceptions(sortAgents(desk.seen, "attention")), [desk.seen]);
  const notes = useNotes(roster);
  const people = exceptions.reduce((sum, [, agents]) => sum + agents.length, 0);
  const items = desk.gaps.length + (aged ? 0 : people);
  return (
    <Panel
      icon="alert"
      title={words.nowBoard.needsAttention}
      aside={words.nowPage.items(items)}
      className="md:row-span-2 xl:row-span-1"
    >
      {items === 0 && !aged && <p className="px-4 py-3 text-body text-ink-2">{words.nowPage.nothing}</p>}
      {/* Whoever was offline then may long be back: of old data nothing is said by name. */}
      {!aged && exceptions.map(([kind, agents]) => <Kind key={kind} kind={kind} agents={agents} {...part} />)}
      {desk.gaps.length > 0 && (
        <section>
          <h3 className={`${HEAD} bg-sunken text-ink-2`}>
            <Icon name="shield" />
            <span className="flex-1">{words.nowBoard.skillGaps}</span>
            {desk.gaps.length}
          </h3>
          <ul>
            {desk.gaps.slice(0, GAPS).map((gap) => (
              <GapItem
                key={`${gap.kind} ${gap.startAt} ${gap.endAt} ${gap.skills[0]}`}
                gap={gap}
                roster={roster}
                telling={telling}
              />
            ))}
          </ul>
          {desk.gaps.length > GAPS && (
            <p className="px-4 pb-3 text-small text-ink-2">{words.nowPage.more(desk.gaps.length - GAPS)}</p>
          )}
        </section>
      )}
      {notes.length > 0 && (
        <div className="border-t border-line px-2 py-1">
          <CheckButton notes={notes} agents={roster.agents} />
        </div>
      )}
    </Panel>
  );
}

const HEAD = "flex items-center gap-2 px-4 py-2 text-body font-semibold";

interface KindProps extends NowPart {
  readonly kind: ExceptionKind;
  readonly agents: readonly SeenAgent[];
}

function Kind({ kind, agents, desk, telling }: KindProps) {
  const { hrefOf } = useView();
  const { words } = telling;
  const { icon, tone } = LOOK_OF[kind];
  return (
    <section>
      <h3 className={`${HEAD} ${tone}`}>
        <Icon name={icon} />
        <span className="flex-1">{words.nowPage.kinds[kind]}</span>
        {agents.length}
      </h3>
      <ul>
        {agents.slice(0, SHORT).map((seen) => (
          <AttentionItem key={seen.agent.id} seen={seen} skills={desk.skills} telling={telling} />
        ))}
      </ul>
      {agents.length > SHORT && (
        <PageLink
          href={hrefOf({ ...NO_FILTERS, exception: [kind] }, "/")}
          className="flex min-h-9 items-center px-4 text-body text-accent-ink hover:underline"
        >
          {words.nowPage.onBoard(agents.length)}
        </PageLink>
      )}
    </section>
  );
}
