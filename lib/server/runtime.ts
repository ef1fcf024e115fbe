import "server-only";
import { processSettings } from "#lib/config/environment.ts";
import { secretsOf } from "#lib/config/read-settings.ts";
import { desksOf, type Settings } from "#lib/config/settings.ts";
import type { Remedy } from "#lib/contract/remedies.ts";
import type { ProblemCode } from "#lib/contract/roster.ts";
import { type BreakerBook, createBreakerBook } from "#lib/feishu/breaker.ts";
import type { RosterContext } from "#lib/roster/context.ts";
import type { CalendarFeedStore } from "#lib/roster/ports.ts";
import type { TokenUses, WatchedStore } from "#lib/roster/store-port.ts";
import type { Desk } from "#lib/schedule/types.ts";
import { openStore } from "#lib/store/open-store.ts";
import { keepTidy } from "#lib/store/retention.ts";
import { createLastFailures } from "#lib/telemetry/last-failures.ts";
import { createLog } from "#lib/telemetry/log.ts";
import { createLookRate } from "#lib/telemetry/look-rate.ts";
import { createMetrics } from "#lib/telemetry/metrics.ts";
import packageJson from "../../package.json" with { type: "json" };
import { createAccess, type Entrance } from "./access.ts";
import { type Audit, createAudit } from "./audit.ts";
import { type CallMeter, createCallMeter } from "./call-meter.ts";
import { createFeeds, findSource } from "./feeds.ts";
import { createLimits, type Limits } from "./limits.ts";
import { createObservers, type Telemetry } from "./observers.ts";
import { createReplicas } from "./replicas.ts";
import { systemClock } from "./system-clock.ts";
import { type Traffic, watchTraffic } from "./traffic.ts";

/** All that the product holds while it runs. */
export interface Runtime extends Entrance, Telemetry {
  readonly settings: Settings;
  /** In the order of the settings; the first is shown when the address names none. */
  readonly desks: readonly Desk[];
  /** The built-in sample desk is shown, which every page says. */
  readonly isSample: boolean;
  readonly roster: RosterContext;
  /** All that outlives the process. */
  readonly store: WatchedStore;
  /** The same store, for calendar subscriptions. */
  readonly calendars: CalendarFeedStore;
  /** And for the ids of embed tokens. */
  readonly tokenUses: TokenUses;
  readonly meter: CallMeter;
  readonly breakers: BreakerBook;
  readonly traffic: Traffic;
  readonly audit: Audit;
  readonly limits: Limits;
  /** Monotonic ms. */
  readonly startedMs: number;
  /** Aborted once the process is about to end: it sends viewers elsewhere, and starts no more rounds. */
  readonly stopping: AbortController;
  readonly stop: () => Promise<void>;
}

/** How long a look at a cold process waits for its first roster. */
const FIRST_WAIT_MS = 10_000;

/** The composition root: the only place where settings, clients and feeds are put together. Reading starts at once. */
export async function createRuntime(settings: Settings): Promise<Runtime> {
  const source = await findSource(settings);
  const isSample = settings.source.kind === "sample";
  const log = createLog({ level: settings.logLevel, secrets: secretsOf(settings) });
  const metrics = createMetrics({ version: packageJson.version });
  const looks = createLookRate(settings.refreshMs);
  const telemetry = { log, metrics, looks, failures: createLastFailures<ProblemCode, Remedy>() };
  const observers = createObservers(telemetry, systemClock);
  const helpdeskIds = new Map(source.desks.map(({ desk, helpdeskId }) => [desk.key, helpdeskId]));
  const store = openStore(settings, { clock: systemClock, observer: observers.store, helpdeskIds });
  const meter = createCallMeter({
    store: isSample ? null : store,
    clock: systemClock,
    next: observers.calls,
  });
  const breakers = createBreakerBook();
  const replicate = createReplicas(settings, { clock: systemClock, store, observers });
  const desks = createFeeds(settings, source, {
    clock: systemClock,
    store,
    observers: { ...observers, calls: meter },
    breakers,
    replicate,
  });
  const stopFeeds = () => Promise.all([...desks.values()].map(({ feed }) => feed.stop()));
  const stopping = new AbortController();
  stopping.signal.addEventListener("abort", stopFeeds);
  for (const { feed } of desks.values()) feed.start();
  void keepTidy({ ...settings, store, clock: systemClock, signal: stopping.signal });
  const traffic = watchTraffic({ ...settings, log, metrics });
  return {
    ...createAccess(settings, source, { clock: systemClock, log, calls: meter }),
    settings,
    desks: desksOf(settings),
    isSample,
    store,
    calendars: store,
    tokenUses: store,
    meter,
    breakers,
    roster: { desks, clock: systemClock, firstWaitMs: FIRST_WAIT_MS },
    ...telemetry,
    traffic,
    audit: createAudit(log),
    limits: createLimits(),
    startedMs: systemClock.monotonicMs(),
    stopping,
    stop: async () => {
      stopping.abort();
      traffic.unsubscribe();
      await stopFeeds();
      await meter.stop();
      await store.close();
    },
  };
}

/** Bundlers copy modules, and development loads them anew: the process itself is the only place to keep one. */
const KEPT: unique symbol = Symbol.for("helpdesk-rota.runtime");
const keeper: typeof globalThis & { [KEPT]?: Promise<Runtime> } = globalThis;

/** The runtime of this process, started by the first who asks. Throws a `SettingsError`. */
export function getRuntime(): Promise<Runtime> {
  keeper[KEPT] ??= createRuntime(processSettings());
  return keeper[KEPT];
}

/** For tests, which share a process: one with settings of their own, instead of the environment's. */
export function keepRuntime(settings: Settings): Promise<Runtime> {
  keeper[KEPT] = createRuntime(settings);
  return keeper[KEPT];
}

/** And its end. */
export async function dropRuntime(): Promise<void> {
  const kept = keeper[KEPT];
  delete keeper[KEPT];
  await (await kept)?.stop();
}
