import { expect, test } from "@playwright/test";
import { soak } from "./soak/soak.ts";

/** An hour of `npm run soak` (docs/operate.md) in seconds. */
test("nothing is lost in an hour of outages, with a kill in the middle", async () => {
  test.setTimeout(120_000);
  const report = await soak({ seed: 3, simulatedHours: 1, realSeconds: 12, refreshSeconds: 60 });
  expect(report.occasions).toEqual([]);
  expect(Object.values(report.lost)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  expect(report.outages).toBeGreaterThan(3);
  expect(report.restarts).toBeGreaterThan(0);
  expect(report.answers).toBeGreaterThan(10);
});
