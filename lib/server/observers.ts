import "server-only";
import type { Remedy } from "#lib/contract/remedies.ts";
import type { ProblemCode } from "#lib/contract/roster.ts";
import type { CallObserver } from "#lib/feishu/request.ts";
import type { FeedObserver } from "#lib/roster/feed-options.ts";
import type { Clock } from "#lib/roster/ports.ts";
import { StoreFailure } from "#lib/store/failure.ts";
import type { StoreObserver } from "#lib/store/reopening-store.ts";
import type { LastFailures } from "#lib/telemetry/last-failures.ts";
import type { Log } from "#lib/telemetry/log.ts";
import type { LookRate } from "#lib/telemetry/look-rate.ts";
import type { Metrics } from "#lib/telemetry/metrics.ts";

/** Who hears of calls and rounds. */
export interface Observers {
  readonly calls: CallObserver;
  readonly feeds: FeedObserver;
  readonly store: StoreObserver;
}

/** Where it is told. */
export interface Telemetry {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly looks: LookRate;
  readonly failures: LastFailures<ProblemCode, Remedy>;
}

/** Turns what happens into log lines and counts. Desks are named by their key, agents not at all. */
export function createObservers({ log, metrics, looks, failures }: Telemetry, clock: Clock): Observers {
  return {
    calls: {
      onCall: (call) => {
        metrics.countCall(call);
        log.debug(call, "called Feishu");
      },
    },
    feeds: {
      onLook: ({ key }) => {
        metrics.countLook(key);
        looks.look(key, clock.monotonicMs());
      },
      onRound: ({ desk, problem, durationMs, agents }) => {
        metrics.countRound({ desk: desk.key, problem, durationMs });
        const line = { desk: desk.key, problem, durationMs: Math.round(durationMs), agents };
        if (problem === null) log.info(line, "read a desk");
        else log.warn(line, "could not read a desk");
      },
      onFailedAttempt: (desk, problem, { logId, message, remedy }) => {
        failures.note({ desk: desk.key, problem, logId, remedy, message, failedAt: clock.now() });
        log.warn({ desk: desk.key, problem, logId, remedy, reason: message }, "a call to Feishu failed");
      },
      onUnexpected: (desk, error) => {
        // The store says once that it has failed; each call that fails meanwhile is no news.
        const level = error instanceof StoreFailure ? "debug" : "error";
        log[level]({ desk: desk.key, err: error }, "a fault of ours, or of the store");
      },
    },
    store: {
      onFault: (fault, reason) => {
        metrics.countStoreFault(fault);
        log.error({ fault, reason }, "the store cannot be used; what is in memory is served on");
      },
      onRecovery: () => log.info("the store can be used again"),
    },
  };
}
