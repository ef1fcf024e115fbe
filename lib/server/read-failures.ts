import "server-only";
import type { Remedy } from "#lib/contract/remedies.ts";
import type { ProblemCode } from "#lib/contract/roster.ts";
import type { Failure } from "#lib/telemetry/last-failures.ts";
import { getRuntime } from "./runtime.ts";

/** The last failed calls to Feishu of this process, latest first. */
export async function readFailures(): Promise<readonly Failure<ProblemCode, Remedy>[]> {
  return (await getRuntime()).failures.read();
}
