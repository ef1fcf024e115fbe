import { findBrowser } from "./browser.ts";
import { addUp, browserTests, lint, ONE_FAILED, type Step, type Tally, types, unit } from "./steps.ts";

/**
 * `npm test` (all), `npm run check` and `npm run test:e2e`: runs the steps one after another, also after one
 * has failed, and ends with the sum as the very last line.
 */
const CHECK: readonly Step[] = [types, lint, unit];

/** Found, or installed, only when it is needed. */
const e2e: Step = {
  name: "e2e",
  run: () => {
    const found = findBrowser();
    if (typeof found === "string") return browserTests(found).run();
    console.error(found.missing);
    return ONE_FAILED;
  },
};

const MODES: Readonly<Record<string, readonly Step[]>> = { check: CHECK, e2e: [e2e], all: [...CHECK, e2e] };

const mode = process.argv[2] ?? "all";
const steps = MODES[mode];
if (steps === undefined) {
  console.error(`Unknown mode; one of ${Object.keys(MODES).join(", ")}.`);
  process.exit(1);
}

const { passed, failed, skipped } = addUp(steps.map(runTimed));
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 ? 1 : 0;

function runTimed(step: Step): Tally {
  const startedMs = performance.now();
  console.log(`\n--- ${step.name}`);
  const tally = step.run();
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  console.log(`--- ${step.name}: ${tally.failed > 0 ? "failed" : "passed"} in ${seconds} s`);
  return tally;
}
