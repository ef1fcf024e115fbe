import type { Agent, Instant } from "#lib/schedule/types.ts";
import { type InTurns, inSlices } from "#lib/turns.ts";
import type { StatusChange } from "./store-port.ts";

/** A millisecond or so of work. */
const SLICE = 500;

export interface Watch {
  /** When the round that gave `agents` had read them. */
  readonly seenAt: Instant;
  /**
   * Nobody can have missed a change: this process held the round before, that one succeeded, no failed one lies
   * between, and it began at most two intervals earlier.
   */
  readonly watched: boolean;
}

/**
 * Since when each agent has had the status that a round found (product.md, section 5), and what has changed. A change
 * that was watched happened; its time is that of the round that saw it, so that "for at least" is always true. After
 * a gap nobody knows since when, also where a status looks equal: it may have come and gone. An agent who was not
 * there before has not changed.
 */
export function* continueStatuses(
  before: readonly Agent[],
  agents: readonly Agent[],
  { seenAt, watched }: Watch,
): InTurns<{ readonly agents: readonly Agent[]; readonly changes: readonly StatusChange[] }> {
  const known = new Map(before.map((agent) => [agent.id, agent]));
  const since = new Date(seenAt).toISOString();
  const changes: StatusChange[] = [];
  const continueOne = (agent: Agent): Agent => {
    const last = known.get(agent.id);
    const changed = last !== undefined && last.status !== agent.status;
    if (changed) {
      changes.push({ agentId: agent.id, from: watched ? last.status : null, to: agent.status, seenAt });
    }
    const statusSince = changed ? since : last?.statusSince;
    return !watched || last === undefined || statusSince === agent.statusSince
      ? agent
      : { ...agent, statusSince: statusSince ?? null };
  };
  const continued: Agent[] = [];
  yield* inSlices(agents, SLICE, (slice) => {
    for (const agent of slice) continued.push(continueOne(agent));
  });
  return { agents: continued, changes };
}
