import "server-only";
import type { DeskAccess, FeishuSource, Settings } from "#lib/config/settings.ts";
import type { BreakerBook } from "#lib/feishu/breaker.ts";
import { createDeskReader } from "#lib/feishu/desk-reader.ts";
import { DEFAULT_MAX_BYTES } from "#lib/feishu/read-body.ts";
import { createTokenProviders } from "#lib/feishu/token.ts";
import { createChanges } from "#lib/roster/changes.ts";
import type { DeskSource } from "#lib/roster/context.ts";
import { createDocuments } from "#lib/roster/documents.ts";
import { Feed } from "#lib/roster/feed.ts";
import type { Clock } from "#lib/roster/ports.ts";
import { ALONE, type Replication } from "#lib/roster/replication.ts";
import type { Store } from "#lib/roster/store-port.ts";
import type { Desk } from "#lib/schedule/types.ts";
import type { Observers } from "./observers.ts";

export interface FeedDeps {
  readonly clock: Clock;
  readonly store: Pick<Store, "loadRoster" | "saveRoster" | "addStatusChanges">;
  readonly observers: Observers;
  readonly breakers: BreakerBook;
  /** How a desk is shared with other processes; null: with none. */
  readonly replicate: ((desk: Desk) => Replication) | null;
}

/** One feed a desk, all of one app on one token; not yet started. */
export function createFeeds(
  settings: Settings,
  source: FeishuSource,
  deps: FeedDeps,
): ReadonlyMap<string, DeskSource> {
  const { clock, store, observers, breakers, replicate } = deps;
  const random = Math.random;
  const calls = { clock, random, observer: observers.calls, maxBytes: DEFAULT_MAX_BYTES };
  const tokens = createTokenProviders({ ...calls, breakers: breakers.of(null) });
  const entries = source.desks.map(({ desk, helpdeskId, helpdeskToken }): [string, DeskSource] => {
    const { baseUrl, appId, appSecret } = source;
    const access = { baseUrl, appId, appSecret, helpdeskId, helpdeskToken, timeoutMs: settings.timeoutMs };
    const reader = createDeskReader(access, { ...calls, tokens, breakers: breakers.of(desk.key) });
    const { refreshMs, pollWhenIdle } = settings;
    const observer = observers.feeds;
    const history = settings.historyDays > 0 ? store : null;
    const about = { desk, reader, store, history, clock, random, refreshMs, pollWhenIdle, observer };
    const feed = new Feed({ ...about, replication: replicate?.(desk) ?? ALONE });
    return [
      desk.key,
      {
        feed,
        documents: createDocuments(),
        changes: createChanges(),
        plan: settings.plans.get(desk.key) ?? null,
      },
    ];
  });
  return new Map(entries);
}

/** Where the desks are; without a Feishu setting the sample desk is started, and read like any other. */
export async function findSource({ source }: Settings): Promise<FeishuSource> {
  if (source.kind === "feishu") return source;
  const { startSampleDesk } = await import("#lib/sample-desk/server.ts");
  const { url, appId, appSecret, helpdeskId, helpdeskToken } = await startSampleDesk();
  const access: DeskAccess = { desk: source.desk, helpdeskId, helpdeskToken };
  return { kind: "feishu", baseUrl: url, accountsUrl: url, appId, appSecret, desks: [access] };
}
