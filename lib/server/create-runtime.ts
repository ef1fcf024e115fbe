import "server-only";
import { secretsOf } from "#lib/config/read-settings.ts";
import { desksOf, type Settings } from "#lib/config/settings.ts";
import type { Remedy } from "#lib/contract/remedies.ts";
import type { ProblemCode } from "#lib/contract/roster.ts";
import { createBreakerBook } from "#lib/feishu/breaker.ts";
import { openStore } from "#lib/store/open-store.ts";
import { keepTidy } from "#lib/store/retention.ts";
import { createLastFailures } from "#lib/telemetry/last-failures.ts";
import { createLog } from "#lib/telemetry/log.ts";
import { createLookRate } from "#lib/telemetry/look-rate.ts";
import { createMetrics } from "#lib/telemetry/metrics.ts";
import packageJson from "../../package.json" with { type: "json" };
import { createAccess } from "./access.ts";
import { createAudit } from "./audit.ts";
import { createCallMeter } from "./call-meter.ts";
import { createFeeds, findSource } from "./feeds.ts";
import { createLimits } from "./limits.ts";
import { createObservers } from "./observers.ts";
import { createReplicas } from "./replicas.ts";
import type { Runtime } from "./runtime.ts";
import { systemClock } from "./system-clock.ts";
import { watchTraffic } from "./traffic.ts";

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
  const deskKeys = [...desks.keys()];
  void keepTidy({ ...settings, deskKeys, store, clock: systemClock, signal: stopping.signal });
  const traffic = watchTraffic({ ...settings, log, metrics });
  return {
    ...(await createAccess(settings, source, { clock: systemClock, log, calls: meter })),
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
