import "server-only";
import type { CallCount } from "#lib/telemetry/metrics.ts";
import { getRuntime } from "./runtime.ts";

/** Calls to Feishu since the process started, by endpoint and outcome. */
export async function readCalls(): Promise<readonly CallCount[]> {
  return (await getRuntime()).metrics.readCalls();
}
