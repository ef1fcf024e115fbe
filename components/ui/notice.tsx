"use client";

import { IconButton } from "./button.tsx";
import { Icon, type IconName } from "./icon.tsx";

interface NoticeProps {
  readonly icon: IconName;
  readonly text: string;
  readonly dismissLabel: string;
  readonly onDismiss: () => void;
}

/** A small floating message that stays until it is dismissed. */
export function Notice({ icon, text, dismissLabel, onDismiss }: NoticeProps) {
  return (
    <div
      role="status"
      className="fixed bottom-10 left-1/2 z-50 flex w-max max-w-[calc(100vw-2rem)] -translate-x-1/2 items-center gap-3 rounded-card border border-line-strong bg-raised py-2 pr-2 pl-4 text-body text-ink shadow-float"
    >
      <Icon name={icon} className="text-away-ink" />
      <span>{text}</span>
      <IconButton icon="close" label={dismissLabel} onClick={onDismiss} />
    </div>
  );
}
