import type { PlannedAgent } from "#lib/schedule/coverage.ts";
import { EXCEPTION_KINDS, type ExceptionKind } from "#lib/schedule/exceptions.ts";
import { lookAt, type SelectedAgent } from "#lib/schedule/select.ts";
import type { Instant, Span } from "#lib/schedule/types.ts";

/** An agent as the plan and Feishu see them now, with the spans to tell the plan by. */
export interface SeenAgent extends SelectedAgent {
  readonly spans: readonly Span[];
}

/** What plan and status say of everybody at `now`. Nobody who was removed is on shift. */
export function lookAtAll(agents: readonly PlannedAgent[], now: Instant): readonly SeenAgent[] {
  return agents.map((planned) => ({ ...lookAt(planned, now), spans: planned.spans }));
}

/** How many are there, and how many should be. */
export interface PresentCounts {
  /** All but removed. */
  readonly agents: number;
  readonly onShift: number;
  /** Of those on shift, the online ones. */
  readonly online: number;
  /** Of those on shift, the ones that Feishu says are offline or off duty; of unknown status nothing is said. */
  readonly absent: number;
  /** Online though not planned. */
  readonly extra: number;
}

export function countPresent(seen: readonly SelectedAgent[]): PresentCounts {
  const onShift = seen.filter((one) => one.onShift);
  const count = (kind: ExceptionKind) => seen.filter(({ exception }) => exception === kind).length;
  return {
    agents: seen.filter(({ agent }) => agent.status !== "removed").length,
    onShift: onShift.length,
    online: onShift.filter(({ agent }) => agent.status === "online").length,
    absent: count("offline-on-shift") + count("off-duty-on-shift"),
    extra: count("online-off-shift"),
  };
}

/** Agents of each kind of exception, gravest kind first, in the given order; kinds without anybody are left out. */
export function gatherExceptions<S extends SelectedAgent>(
  seen: readonly S[],
): readonly (readonly [ExceptionKind, readonly S[]])[] {
  return EXCEPTION_KINDS.map(
    (kind) => [kind, seen.filter(({ exception }) => exception === kind)] as const,
  ).filter(([, agents]) => agents.length > 0);
}
