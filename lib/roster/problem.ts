import type { Problem, ProblemCode } from "#lib/contract/roster.ts";
import type { Instant } from "#lib/schedule/types.ts";
import type { ReadFailure } from "./ports.ts";

/**
 * The problem after one more failure. `since` is the first of a row of failures, whatever their codes; but removed agents
 * that cannot be read are another problem than a desk that cannot, whose first call has been answered by then. The log
 * id is the first that Feishu gave for this code, so that a lasting outage does not make every browser fetch the same
 * roster anew with each attempt.
 */
export function problemAfter(
  before: Problem | null,
  code: ProblemCode,
  failure: ReadFailure,
  now: Instant,
): Problem {
  const logId = (before?.code === code ? before.logId : undefined) ?? failure.logId ?? undefined;
  const goesOn = before !== null && isPartial(before.code) === isPartial(code);
  const since = goesOn ? before.since : new Date(now).toISOString();
  if (before?.code === code && before.logId === logId) return before;
  return logId === undefined ? { code, since } : { code, since, logId };
}

/** The agents who are present have been read all the same. */
const isPartial = (code: ProblemCode): boolean => code === "removed_unread";
