import "server-only";
import { getRuntime } from "./runtime.ts";

export interface CallCount {
  readonly endpoint: string;
  readonly outcome: string;
  readonly count: number;
}

/** Calls to Feishu since the process started, by endpoint and outcome. */
export async function readCalls(): Promise<readonly CallCount[]> {
  const { metrics } = await getRuntime();
  return metrics
    .read()
    .filter(({ name }) => name === "feishu_calls")
    .map(({ labels, value }) => ({
      endpoint: labels.endpoint ?? "",
      outcome: labels.outcome ?? "",
      count: value,
    }));
}
