import { FeishuError, type FeishuErrorKind } from "./errors.ts";

/** When a GET is worth asking again. Only reading calls come here: repeating them changes nothing at Feishu. */
export const RETRY_POLICY = {
  /** Attempts in all. */
  tries: 3,
  /** The wait before attempt n + 1 is chance × min(`maxDelayMs`, `baseDelayMs` × 2ⁿ): full jitter. */
  baseDelayMs: 250,
  maxDelayMs: 2_000,
  /**
   * Failures that may pass by themselves within seconds. A limit, a missing right or a wrong setting does
   * not; a deadline that has passed leaves no time.
   */
  kinds: new Set<FeishuErrorKind>(["network", "upstream", "shape"]),
} as const;

export interface RetryDeps {
  readonly clock: { monotonicMs(): number; sleep(ms: number, signal?: AbortSignal): Promise<void> };
  /** A fraction `[0, 1)`. */
  readonly random: () => number;
}

export interface RetryScope {
  /** Aborts at the deadline of the whole call. */
  readonly signal: AbortSignal;
  /** The same deadline on the monotonic clock. */
  readonly deadlineMs: number;
  /** Told of every failed attempt, the last one included. */
  readonly onFailedAttempt: (error: FeishuError) => void;
  /** False: it has failed for so long that asking again within seconds is in vain (breaker.ts). */
  readonly mayRepeat: () => boolean;
}

/** The wait after the `failed`-th failed attempt (from 0), in ms. */
export function backoffMs(failed: number, random: () => number): number {
  return random() * Math.min(RETRY_POLICY.maxDelayMs, RETRY_POLICY.baseDelayMs * 2 ** failed);
}

/**
 * Runs `attempt` until it succeeds, fails for good, or its tries or time are used up; then throws the last
 * failure. It does not begin a wait that would reach past the deadline.
 */
export async function withRetry<T>(
  attempt: () => Promise<T>,
  scope: RetryScope,
  deps: RetryDeps,
): Promise<T> {
  for (let failed = 0; ; failed++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof FeishuError)) throw error;
      scope.onFailedAttempt(error);
      const delayMs = backoffMs(failed, deps.random);
      const isLast =
        failed + 1 >= RETRY_POLICY.tries || !RETRY_POLICY.kinds.has(error.kind) || !scope.mayRepeat();
      if (isLast || deps.clock.monotonicMs() + delayMs >= scope.deadlineMs) throw error;
      await deps.clock.sleep(delayMs, scope.signal);
      if (scope.signal.aborted) throw error;
    }
  }
}
