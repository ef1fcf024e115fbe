import "server-only";
import type { Clock } from "#lib/roster/ports.ts";
import type { RosterRetention, StatusHistory, TokenUses } from "#lib/roster/store-port.ts";
import { asInstant } from "#lib/schedule/types.ts";

const DAY_MS = 86_400_000;
export const TIDY_EVERY_MS = 3_600_000;
/** Clocks of replicas may differ: an id is kept until it is old by any of them. */
export const TOKENS_KEPT_MS = DAY_MS;
/** While replicas are renewed one by one, an older one may still read a desk that the newer do not know. */
const ROSTER_KEPT_DAYS = 1;

export interface RetentionOptions {
  readonly store: RosterRetention &
    Pick<StatusHistory, "dropStatusChanges"> &
    Pick<TokenUses, "dropTokenUses">;
  readonly clock: Clock;
  /** HISTORY_DAYS; 0: what was kept under an earlier setting goes as well. */
  readonly historyDays: number;
  /** Of the settings: the last roster of any other desk goes as its history does. */
  readonly deskKeys: readonly string[];
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** Forgets what is too old, at once and then every hour, until `signal`. A store that is away is asked again next time. */
export async function keepTidy(options: RetentionOptions): Promise<void> {
  const { store, clock, historyDays, deskKeys, signal } = options;
  while (!signal.aborted) {
    const now = clock.now();
    await Promise.allSettled([
      store.dropStatusChanges(asInstant(now - historyDays * DAY_MS)),
      store.dropTokenUses(asInstant(now - TOKENS_KEPT_MS)),
      store.dropRosters(asInstant(now - Math.max(historyDays, ROSTER_KEPT_DAYS) * DAY_MS), deskKeys),
    ]);
    await clock.sleep(TIDY_EVERY_MS, signal);
  }
}
