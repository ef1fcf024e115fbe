import "server-only";
import type { StorageState } from "#lib/contract/storage.ts";
import { projectCalls } from "#lib/roster/project-calls.ts";
import { getRuntime } from "./runtime.ts";

/** What `/status` says of the quota and of the store. */
export interface Keeping {
  readonly storage: StorageState;
  /** Calls of this month that count; null: the store cannot say. */
  readonly callsThisMonth: number | null;
  readonly refreshSeconds: number;
  /** What a month of 30 days costs when somebody looks all the time, and when they do for 8 hours on 22 days. */
  readonly projected: { readonly always: number; readonly working: number };
}

export async function readKeeping(): Promise<Keeping> {
  const { store, meter, settings, desks } = await getRuntime();
  const project = (hours: number) => projectCalls(settings.refreshMs, hours, desks.length);
  return {
    storage: store.storage(),
    callsThisMonth: await meter.countMonth(),
    refreshSeconds: settings.refreshMs / 1000,
    projected: { always: project(30 * 24), working: project(22 * 8) },
  };
}
