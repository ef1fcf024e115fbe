import { asInstant, type Instant } from "#lib/schedule/types.ts";
import type { PlanState } from "./read-plan.ts";
import type { Bulletin } from "./store-port.ts";

/** What a feed knows of its rounds; lengths of time count from now. */
export interface RoundNews extends Pick<Bulletin, "problem" | "fetchedAt"> {
  readonly plan: PlanState;
  /** How long ago the last round began, if it read the statuses. */
  readonly watchedAgoMs: number | null;
}

/** Clocks that agree this closely count as the same, so that every replica gives the same times. */
const SAME_CLOCK_MS = 1_000;

/**
 * What others may be told who take the roster from the store, where it is `lagMs` older than the one held here: they
 * must not show it as younger than it is. Null: it is not there at all.
 */
export function tellOfKept(news: RoundNews, lagMs: number | null): RoundNews {
  if (lagMs === 0) return news;
  const older = (agoMs: number | null) => (agoMs === null || lagMs === null ? null : agoMs + lagMs);
  return {
    ...news,
    fetchedAt: news.fetchedAt === null || lagMs === null ? null : asInstant(news.fetchedAt - lagMs),
    watchedAgoMs: older(news.watchedAgoMs),
    plan: { ...news.plan, sinceSuccessMs: older(news.plan.sinceSuccessMs) },
  };
}

/** As it is written for others: as instants by our clock. */
export function writeBulletin({ plan, problem, fetchedAt, watchedAgoMs }: RoundNews, now: Instant): Bulletin {
  const later = (ms: number) => asInstant(Math.max(0, Math.round(now + ms)));
  return {
    postedAt: now,
    problem,
    fetchedAt,
    succeededAt: plan.sinceSuccessMs === null ? null : later(-plan.sinceSuccessMs),
    watchedAt: watchedAgoMs === null ? null : later(-watchedAgoMs),
    failures: plan.failures,
    dueAt: later(plan.dueInMs),
    firmUntilAt: later(plan.firmForMs),
  };
}

/**
 * What another replica posted `agoMs` ago, as it is now. Its instants are only compared with one another, so that its
 * clock may be wrong, and ours too; the time at which the roster was read is told by our clock.
 */
export function readBulletin(bulletin: Bulletin, agoMs: number, now: Instant): RoundNews {
  const fromNow = (at: Instant) => at - bulletin.postedAt - agoMs;
  const agoOf = (at: Instant | null) => (at === null ? null : -fromNow(at));
  const aheadMs = now - agoMs - bulletin.postedAt;
  const shiftMs = Math.abs(aheadMs) <= SAME_CLOCK_MS ? 0 : aheadMs;
  const { problem, fetchedAt, succeededAt, watchedAt, failures, dueAt, firmUntilAt } = bulletin;
  return {
    problem,
    fetchedAt: fetchedAt === null ? null : asInstant(Math.round(fetchedAt + shiftMs)),
    watchedAgoMs: agoOf(watchedAt),
    plan: {
      dueInMs: fromNow(dueAt),
      firmForMs: fromNow(firmUntilAt),
      failures,
      sinceSuccessMs: agoOf(succeededAt),
    },
  };
}
