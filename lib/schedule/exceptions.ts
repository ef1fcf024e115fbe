import type { Agent, Status } from "./types.ts";

/** Ways in which plan and status disagree now, gravest first. */
export const EXCEPTION_KINDS = [
  "offline-on-shift",
  "off-duty-on-shift",
  "online-off-shift",
  "removed-scheduled",
] as const;
export type ExceptionKind = (typeof EXCEPTION_KINDS)[number];

/**
 * How an agent's status contradicts the plan, or null where they agree. A removed agent contradicts it by having any
 * block at all, whatever the hour; of an unknown status nothing can be said.
 */
export function exceptionOf(agent: Pick<Agent, "status" | "week">, onShift: boolean): ExceptionKind | null {
  switch (agent.status) {
    case "online":
      return onShift ? null : "online-off-shift";
    case "offline":
      return onShift ? "offline-on-shift" : null;
    case "off_duty":
      return onShift ? "off-duty-on-shift" : null;
    case "removed":
      return agent.week.length > 0 ? "removed-scheduled" : null;
    case "unknown":
      return null;
  }
}

const ATTENTION_RANKS: Readonly<Record<Status, number>> = {
  online: 1,
  offline: 2,
  off_duty: 3,
  unknown: 4,
  removed: 5,
};

/** The order of `sort=attention`, lowest first: 0 for an exception, then by status, removed last. */
export function attentionRank(status: Status, exception: ExceptionKind | null): number {
  return exception === null ? ATTENTION_RANKS[status] : 0;
}
