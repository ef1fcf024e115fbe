import "server-only";
import type { CallObserver } from "#lib/feishu/request.ts";
import type { FeedObserver } from "#lib/roster/feed.ts";
import type { Log } from "#lib/telemetry/log.ts";
import type { Metrics } from "#lib/telemetry/metrics.ts";

/** Who hears of calls and rounds. */
export interface Observers {
  readonly calls: CallObserver;
  readonly feeds: FeedObserver;
}

/** Turns what happens into log lines and counts. Desks are named by their key, agents not at all. */
export function createObservers(log: Log, metrics: Metrics): Observers {
  return {
    calls: {
      onCall: (call) => {
        metrics.count("feishu_calls", { endpoint: call.endpoint, outcome: call.outcome });
        log.debug(call, "called Feishu");
      },
    },
    feeds: {
      onRound: ({ desk, problem, durationMs, agents }) => {
        metrics.count("rounds", { desk: desk.key, problem: problem ?? "none" });
        const line = { desk: desk.key, problem, durationMs: Math.round(durationMs), agents };
        if (problem === null) log.info(line, "read a desk");
        else log.warn(line, "could not read a desk");
      },
      onFailedAttempt: (desk, problem, { logId, message }) => {
        log.warn({ desk: desk.key, problem, logId, reason: message }, "a call to Feishu failed");
      },
      onUnexpected: (desk, error) =>
        log.error({ desk: desk.key, err: error }, "a fault of ours, or of the store"),
    },
  };
}
