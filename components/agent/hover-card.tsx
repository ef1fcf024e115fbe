"use client";
import { PreviewCard } from "@base-ui/react/preview-card";
import type { ReactNode } from "react";
import type { CardTarget } from "./use-hover-card.ts";

interface HoverCardProps {
  readonly target: CardTarget | null;
  readonly label: string;
  readonly onClose: () => void;
  readonly handlers: { readonly onPointerEnter: () => void; readonly onPointerLeave: () => void };
  readonly children: ReactNode;
}

/** The floating frame of an agent's card, beside or under the name it belongs to. */
export function HoverCard({ target, label, onClose, handlers, children }: HoverCardProps) {
  return (
    <PreviewCard.Root open={target !== null} onOpenChange={(open) => !open && onClose()}>
      <PreviewCard.Portal>
        <PreviewCard.Positioner
          anchor={target?.anchor ?? null}
          side="bottom"
          align="start"
          sideOffset={6}
          alignOffset={16}
          collisionPadding={12}
          className="z-30"
        >
          <PreviewCard.Popup
            role="dialog"
            aria-label={label}
            data-hover-card=""
            className="w-88 max-w-[calc(100vw-24px)] rounded-card border border-line-strong bg-raised text-ink shadow-float outline-none"
            {...handlers}
          >
            {children}
          </PreviewCard.Popup>
        </PreviewCard.Positioner>
      </PreviewCard.Portal>
    </PreviewCard.Root>
  );
}
