import "server-only";
import type { ProblemCode } from "#lib/contract/roster.ts";
import { isRemovedDue, type RoundMemory } from "./memory.ts";
import { type ReadDesk, ReadFailure, type ReadHooks, type ReadList } from "./ports.ts";

/** One round of a desk: what it read, or why it could not; and what the next round must remember. */
export interface Round {
  readonly memory: RoundMemory;
  /** Both lists, to be published; null where nothing new may be shown. */
  readonly lists: { readonly present: ReadList; readonly removed: ReadList } | null;
  /** Null: everything that was asked has been answered. */
  readonly failure: ReadFailure | null;
  /** The problem that `failure` is for those who look. */
  readonly problem: ProblemCode | null;
}

export interface RoundHooks {
  /** At each failed attempt, in the words of `problem.code`. */
  onFailedAttempt(problem: ProblemCode, failure: ReadFailure): void;
  /** Something that is no `ReadFailure` was thrown: a fault of ours. */
  onUnexpected(error: unknown): void;
}

/** Reads a desk once, by the rules of product.md section 2. Never rejects. `startedMs` is monotonic. */
export async function readRound(
  reader: ReadDesk,
  before: RoundMemory,
  startedMs: number,
  hooks: RoundHooks,
): Promise<Round> {
  const memory = { ...before, round: before.round + 1 };
  const attempts = (problem?: ProblemCode): ReadHooks => ({
    onFailedAttempt: (failure) => hooks.onFailedAttempt(problem ?? failure.problem, failure),
  });
  const present = await settle(reader.readPresent(attempts()), hooks);
  if (present instanceof ReadFailure) return failedRound(memory, present);
  const disbelieved = disbelieve(memory, present);
  if (disbelieved !== null) return disbelieved;
  const read = { ...memory, present, emptyOnce: false, hadAgents: present.records.length > 0 };
  if (memory.removed !== null && !isRemovedDue(memory, startedMs, present)) {
    return { memory: read, lists: { present, removed: memory.removed }, failure: null, problem: null };
  }
  const unread = memory.removed === null ? undefined : "removed_unread";
  const removed = await settle(reader.readRemoved(attempts(unread)), hooks);
  return removed instanceof ReadFailure
    ? withoutRemoved(read, present, removed)
    : withRemoved(read, present, removed, startedMs);
}

/**
 * An answer without a readable agent, on a desk that is known to have some. Where records came and none has an
 * id, the answer cannot be read, however often it comes; an empty list is believed at the second reading.
 */
function disbelieve(memory: RoundMemory, { records, setAsideAgents }: ReadList): Round | null {
  if (records.length > 0 || !memory.hadAgents) return null;
  if (setAsideAgents > 0) {
    return failedRound(memory, new ReadFailure("unreadable_answer", "None of the records has an id."));
  }
  if (memory.emptyOnce) return null;
  const failure = new ReadFailure("suddenly_empty", "A desk that had agents came back empty.");
  return failedRound({ ...memory, emptyOnce: true }, failure);
}

export function failedRound(memory: RoundMemory, failure: ReadFailure): Round {
  return { memory, lists: null, failure, problem: failure.problem };
}

function withRemoved(read: RoundMemory, present: ReadList, removed: ReadList, startedMs: number): Round {
  const memory = {
    ...read,
    removed,
    removedOwed: false,
    removedRound: read.round,
    removedStartedMs: startedMs,
  };
  return { memory, lists: { present, removed }, failure: null, problem: null };
}

/** The last removed agents stay; before there are any, nothing is shown yet. The next round asks again. */
function withoutRemoved(read: RoundMemory, present: ReadList, failure: ReadFailure): Round {
  const memory = { ...read, removedOwed: true };
  const { removed } = read;
  return removed === null
    ? failedRound(memory, failure)
    : { memory, lists: { present, removed }, failure, problem: "removed_unread" };
}

async function settle(call: Promise<ReadList>, hooks: RoundHooks): Promise<ReadList | ReadFailure> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof ReadFailure) return error;
    hooks.onUnexpected(error);
    return new ReadFailure("unreadable_answer", "The answer could not be read.", {}, { cause: error });
  }
}
