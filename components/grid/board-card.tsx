"use client";
import type { MouseEvent, PointerEvent, ReactNode } from "react";
import { useMemo, useRef, useState } from "react";
import { type CardTarget, targetOf, useHoverCard } from "#components/agent/use-hover-card.ts";
import { onDemand, useOnDemand } from "#components/ui/on-demand.tsx";
import type { RosterAgentView } from "#lib/schedule/select.ts";
import type { Instant } from "#lib/schedule/types.ts";
import type { RowSetting } from "./row-setting.ts";

const cardLayer = onDemand(() => import("./card-layer.tsx").then((module) => module.CardLayer));

interface BoardCardProps {
  readonly setting: RowSetting;
  readonly prepared: readonly RosterAgentView[];
  readonly now: Instant;
  readonly fetchedAt: Instant;
  readonly onOpenAgent: (agentId: string) => void;
  readonly children: ReactNode;
}

/** The grid with the one card that belongs to whichever name is pointed at, focused or tapped. */
export function BoardCard({ setting, prepared, now, fetchedAt, onOpenAgent, children }: BoardCardProps) {
  const card = useHoverCard();
  const lastPointer = useRef<string>("mouse");
  const [tapped, setTapped] = useState<CardTarget | null>(null);
  const { target } = card;
  const seen = useMemo(
    () => (target === null ? undefined : prepared.find(({ agent }) => agent.id === target.agentId)),
    [prepared, target],
  );

  const onClick = (event: MouseEvent) => {
    const clicked = targetOf(event);
    if (clicked === null) return;
    if (lastPointer.current !== "touch") return onOpenAgent(clicked.agentId);
    setTapped(clicked);
    card.openNow(clicked);
  };
  // Only a tap asks for the card; a pointer or the focus may be on its way elsewhere.
  const isQuiet = target !== tapped;
  const { Layer: CardLayer } = useOnDemand(cardLayer, target !== null, card.close, isQuiet);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for the cells inside, which have roles and keys
    <div
      className="flex min-h-0 flex-1 flex-col"
      {...card.anchorHandlers}
      onPointerDown={(event: PointerEvent) => {
        lastPointer.current = event.pointerType;
      }}
      onClick={onClick}
      onKeyDown={card.onKeyDown}
      onScrollCapture={card.close}
    >
      {children}
      {CardLayer && (
        <CardLayer
          target={target}
          seen={seen}
          setting={setting}
          now={now}
          fetchedAt={fetchedAt}
          onClose={card.close}
          handlers={card.cardHandlers}
        />
      )}
    </div>
  );
}
