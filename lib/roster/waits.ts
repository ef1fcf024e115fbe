import type { ProblemCode } from "#lib/contract/roster.ts";
import type { ReadFailure } from "./ports.ts";

/** When a desk is asked again after a failed round (product.md, section 2). */
export interface Wait {
  readonly ms: number;
  /** In force even when a viewer asks for a round. */
  readonly firm: boolean;
}

/** Between the end of a round and the start of the next, however slow Feishu is and whatever it asks for. */
export const BREATH_MS = 1_000;

const REFUSED_WAIT_MS = 30_000;
const QUOTA_WAIT_MS = 3_600_000;
const SUDDENLY_EMPTY_WAIT_MS = 3_000;
const FIRST_BACKOFF_MS = 5_000;

/**
 * How long to wait after the `failures`-th failed round in a row. `random` is in [0, 1). Without a rule
 * of its own a failure backs off by doubling, half of it at random so that replicas spread, and never
 * waits longer than the usual interval.
 */
export function waitAfter(failure: ReadFailure, failures: number, refreshMs: number, random: number): Wait {
  const rule = RULES[failure.problem];
  if (rule !== undefined) return rule(failure, refreshMs);
  const backoffMs = Math.min(refreshMs, FIRST_BACKOFF_MS * 2 ** Math.min(failures - 1, 20));
  return { ms: backoffMs * (0.5 + random / 2), firm: false };
}

type WaitRule = (failure: ReadFailure, refreshMs: number) => Wait;

const refused: WaitRule = (_, refreshMs) => ({ ms: Math.max(REFUSED_WAIT_MS, refreshMs), firm: true });

const RULES: Readonly<Partial<Record<ProblemCode, WaitRule>>> = {
  credentials_refused: refused,
  permission_refused: refused,
  quota_used_up: () => ({ ms: QUOTA_WAIT_MS, firm: true }),
  rate_limited: ({ waitMs }, refreshMs) => ({ ms: Math.max(waitMs ?? refreshMs, BREATH_MS), firm: true }),
  suddenly_empty: (_, refreshMs) => ({ ms: Math.min(SUDDENLY_EMPTY_WAIT_MS, refreshMs), firm: false }),
};
