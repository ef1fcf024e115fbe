import type { IconName } from "#components/ui/icon.tsx";
import type { ExceptionKind } from "#lib/schedule/exceptions.ts";

/** Red where somebody is missing, amber where somebody is too many (design tokens, section 1). */
export const LOOK_OF: Readonly<Record<ExceptionKind, { readonly icon: IconName; readonly tone: string }>> = {
  "offline-on-shift": { icon: "user-x", tone: "bg-danger-soft text-danger-ink" },
  "off-duty-on-shift": { icon: "user-x", tone: "bg-danger-soft text-danger-ink" },
  "online-off-shift": { icon: "user-check", tone: "bg-away-soft text-away-ink" },
  "removed-scheduled": { icon: "alert", tone: "bg-away-soft text-away-ink" },
};
