import type { Problem, ProblemCode } from "#lib/contract/roster.ts";
import type { Instant } from "#lib/schedule/types.ts";
import type { ReadFailure } from "./ports.ts";

/**
 * What a desk suffers from. A desk that cannot be read and removed agents who cannot are two problems, each with a
 * `since` of its own: the first of a row of failures, whatever their codes. A short failure of the first call does not
 * end the other row; only a whole success ends both.
 */
export class DeskProblem {
  #whole: Problem | null = null;
  /** The agents who are present have been read all the same. */
  #partial: Problem | null = null;

  /** What those who look are told: while both last, that the desk cannot be read. */
  get current(): Problem | null {
    return this.#whole ?? this.#partial;
  }

  /** One more failure. */
  note(code: ProblemCode, failure: ReadFailure, now: Instant): void {
    if (isPartial(code)) {
      this.#partial = problemAfter(this.#partial, code, failure, now);
      // The first call has been answered.
      this.#whole = null;
    } else {
      this.#whole = problemAfter(this.#whole, code, failure, now);
    }
  }

  /** What another process tells; null: a whole success. */
  adopt(told: Problem | null): void {
    const isOfPart = told !== null && isPartial(told.code);
    this.#whole = isOfPart ? null : told;
    if (isOfPart || told === null) this.#partial = told;
  }
}

/**
 * The log id is the first that Feishu gave for this code, so that a lasting outage does not make every browser fetch the
 * same roster anew with each attempt.
 */
function problemAfter(
  before: Problem | null,
  code: ProblemCode,
  failure: ReadFailure,
  now: Instant,
): Problem {
  const logId = (before?.code === code ? before.logId : undefined) ?? failure.logId ?? undefined;
  const since = before?.since ?? new Date(now).toISOString();
  if (before?.code === code && before.logId === logId) return before;
  return logId === undefined ? { code, since } : { code, since, logId };
}

const isPartial = (code: ProblemCode): boolean => code === "removed_unread";
