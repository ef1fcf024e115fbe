import "server-only";
import { createThrottle, type Throttle } from "#lib/auth/throttle.ts";

/**
 * What is counted, a minute (docs/security.md). Only what was refused is, so that no flood of bad credentials keeps a
 * good one out; but for the first step of a sign-in, which is neither, and costs as much whoever takes it.
 */
export interface Limits {
  readonly signInStarts: Throttle;
  readonly refusedSignIns: Throttle;
  /** The contract lets 60 exchanges a minute pass whatever comes of them (product.md, section 8). */
  readonly refusedEmbedTokens: Throttle;
  /** Keys are too long to be guessed: this keeps who tries from filling the log. */
  readonly refusedKeys: Throttle;
}

export function createLimits(): Limits {
  return {
    // In sum: as many as sign in when a company's day begins.
    signInStarts: createThrottle({ perClient: 120, inSum: 300 }),
    refusedSignIns: createThrottle({ perClient: 60, inSum: 120 }),
    refusedEmbedTokens: createThrottle({ perClient: 120, inSum: 120 }),
    refusedKeys: createThrottle({ perClient: 600, inSum: 600 }),
  };
}
