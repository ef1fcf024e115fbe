import { expect, test } from "vitest";
import { createMetrics } from "./metrics.ts";

test("counts by name and labels, whatever the order of the labels", () => {
  const metrics = createMetrics();
  metrics.count("feishu_calls", { endpoint: "token", outcome: "ok" });
  metrics.count("feishu_calls", { outcome: "ok", endpoint: "token" });
  metrics.count("feishu_calls", { endpoint: "token", outcome: "timeout" });
  metrics.count("rounds", { desk: "main" });
  expect(metrics.read().map(({ name, value }) => [name, value])).toEqual([
    ["feishu_calls", 2],
    ["feishu_calls", 1],
    ["rounds", 1],
  ]);
});
