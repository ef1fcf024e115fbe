"use client";
import type { useHoverCard } from "#components/agent/use-hover-card.ts";
import { onDemand, useOnDemand } from "#components/ui/on-demand.tsx";
import { coverageSentence } from "#lib/i18n/coverage-sentences.ts";
import { CellNames, type SeenCell } from "./cell-names.tsx";
import type { CoverageTelling } from "./coverage-telling.ts";

const hoverCard = onDemand(() =>
  import("#components/agent/hover-card.tsx").then((module) => module.HoverCard),
);

interface HeatCardProps {
  readonly card: ReturnType<typeof useHoverCard>;
  /** The cell that is pointed at; null: none. */
  readonly seen: SeenCell | null;
  readonly telling: CoverageTelling;
}

/** The card of the cell that is pointed at. Its frame's code comes with the first. */
export function HeatCard({ card, seen, telling }: HeatCardProps) {
  const { Layer: HoverCard } = useOnDemand(hoverCard, seen !== null, card.close, true);
  if (HoverCard === null) return null;
  const sayCell = ({ cell, skill }: SeenCell) =>
    coverageSentence({ ...cell, row: skill?.name ?? null }, telling.week.zone, telling.locale);
  return (
    <HoverCard
      target={seen === null ? null : card.target}
      label={seen === null ? "" : sayCell(seen)}
      onClose={card.close}
      handlers={card.cardHandlers}
    >
      {seen !== null && <CellNames {...seen} telling={telling} />}
    </HoverCard>
  );
}
