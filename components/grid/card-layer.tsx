"use client";
import type { ComponentProps } from "react";
import { AgentCard } from "#components/agent/agent-card.tsx";
import { HoverCard } from "#components/agent/hover-card.tsx";
import { lookAt, type RosterAgentView } from "#lib/schedule/select.ts";
import type { Instant } from "#lib/schedule/types.ts";
import type { RowSetting } from "./row-setting.ts";

type FrameProps = Pick<ComponentProps<typeof HoverCard>, "target" | "onClose" | "handlers">;

interface CardLayerProps extends FrameProps {
  readonly seen: RosterAgentView | undefined;
  readonly setting: RowSetting;
  readonly now: Instant;
  readonly fetchedAt: Instant;
}

/** The card of the agent that is pointed at. A file of its own, so that its code comes when somebody is. */
export function CardLayer({ target, seen, setting, now, fetchedAt, onClose, handlers }: CardLayerProps) {
  const { week, locale, words, skills, pickedSkills, aged } = setting;
  return (
    <HoverCard
      target={seen === undefined ? null : target}
      label={seen?.agent.name ?? ""}
      onClose={onClose}
      handlers={handlers}
    >
      {seen !== undefined && (
        <AgentCard
          selected={lookAt(seen, now)}
          spans={seen.spans}
          skills={skills}
          pickedSkills={pickedSkills}
          telling={{ now, zone: week.zone, locale, words }}
          fetchedAt={fetchedAt}
          aged={aged}
        />
      )}
    </HoverCard>
  );
}
