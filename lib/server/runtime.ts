import "server-only";
import type { Settings } from "#lib/config/settings.ts";
import type { BreakerBook } from "#lib/feishu/breaker.ts";
import type { RosterContext } from "#lib/roster/context.ts";
import type { CalendarFeedStore } from "#lib/roster/ports.ts";
import type { TokenUses, WatchedStore } from "#lib/roster/store-port.ts";
import type { Desk } from "#lib/schedule/types.ts";
import type { Entrance } from "./access.ts";
import type { Audit } from "./audit.ts";
import type { CallMeter } from "./call-meter.ts";
import type { Limits } from "./limits.ts";
import type { Telemetry } from "./observers.ts";
import type { Traffic } from "./traffic.ts";

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

/** Bundlers copy modules, and development loads them anew: the process itself is the only place to keep one. */
const KEPT: unique symbol = Symbol.for("helpdesk-rota.runtime");
const keeper: typeof globalThis & { [KEPT]?: Promise<Runtime> } = globalThis;

/** The runtime of this process, started by the first who asks: start-process.ts. Rejects with a `SettingsError`. */
export function getRuntime(): Promise<Runtime> {
  keeper[KEPT] ??= createFromEnvironment();
  return keeper[KEPT];
}

/**
 * Loaded when it is called, and so once: every page and route is a bundle of its own, and whatever they import by name is in
 * memory, and made ready, as often as there are bundles (docs/performance.md).
 */
async function createFromEnvironment(): Promise<Runtime> {
  const [{ createRuntime }, { processSettings }] = await Promise.all([
    import("./create-runtime.ts"),
    import("#lib/config/process-settings.ts"),
  ]);
  return createRuntime(processSettings());
}

/** For tests, which share a process: one with settings of their own, instead of the environment's. */
export function keepRuntime(settings: Settings): Promise<Runtime> {
  keeper[KEPT] = import("./create-runtime.ts").then(({ createRuntime }) => createRuntime(settings));
  return keeper[KEPT];
}

/** And its end. */
export async function dropRuntime(): Promise<void> {
  const kept = keeper[KEPT];
  delete keeper[KEPT];
  await (await kept)?.stop();
}
