import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

/** What the test run is made of: each step is one program, and how many things it has proved. */

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface Step {
  readonly name: string;
  run(): Tally;
}

const ROOT = join(import.meta.dirname, "..");
const RESULTS = join(ROOT, "e2e/.results");

export const ONE_PASSED: Tally = { passed: 1, failed: 0, skipped: 0 };
export const ONE_FAILED: Tally = { passed: 0, failed: 1, skipped: 0 };

export function addUp(tallies: readonly Tally[]): Tally {
  const sum = (of: keyof Tally) => tallies.reduce((total, tally) => total + tally[of], 0);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
}

/** Types and lint prove one thing each: that there is no fault. Next first writes the types of its own files. */
export const types: Step = {
  name: "types",
  run: () => oneThing(runTool("next", ["typegen"]) && runTool("tsc", ["--noEmit", "-p", "."])),
};
export const lint: Step = { name: "lint", run: () => oneThing(runTool("biome", ["ci", "."])) };

/** The import table is held by lib/architecture.test.ts, which is among these. */
export const unit: Step = {
  name: "unit and architecture",
  run: () => {
    const report = reportPath("vitest.json");
    const sound = runTool("vitest", [
      "run",
      "--reporter=dot",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ]);
    const { numPassedTests: passed, numFailedTests: failed, ...rest } = readReport(report);
    const skipped = countOf(rest.numPendingTests) + countOf(rest.numTodoTests);
    return withExit({ passed: countOf(passed), failed: countOf(failed), skipped }, sound);
  },
};

/** In a real browser, against the built product. */
export function browserTests(chromium: string): Step {
  return {
    name: "e2e",
    run: () => {
      if (!runNode(["--conditions=react-server", "lib/server/build.ts"])) return ONE_FAILED;
      const report = reportPath("playwright.json");
      const environment = { CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
      const args = ["test", "-c", "e2e/playwright.config.ts", "--reporter=list,json"];
      const sound = runTool("playwright", args, environment);
      const stats = readReport(report).stats;
      const counts: Record<string, unknown> = typeof stats === "object" && stats !== null ? { ...stats } : {};
      const passed = countOf(counts.expected) + countOf(counts.flaky);
      return withExit(
        { passed, failed: countOf(counts.unexpected), skipped: countOf(counts.skipped) },
        sound,
      );
    },
  };
}

function oneThing(sound: boolean): Tally {
  return sound ? ONE_PASSED : ONE_FAILED;
}

/** A program that fails without naming a failed test (it did not start, a file did not load) has failed once. */
function withExit(tally: Tally, sound: boolean): Tally {
  const blank = tally.passed + tally.failed === 0;
  return (sound && !blank) || tally.failed > 0 ? tally : { ...tally, failed: 1 };
}

function runTool(
  name: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): boolean {
  return run(join(ROOT, "node_modules/.bin", name), args, environment);
}

function runNode(args: readonly string[]): boolean {
  return run(process.execPath, args);
}

function run(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): boolean {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...environment };
  const { status, error } = spawnSync(program, args, {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "inherit"],
    env,
  });
  if (error) console.error(`${program}: ${error.message}`);
  return status === 0;
}

/** A fresh place for a report, so that an old one is never counted. */
function reportPath(name: string): string {
  mkdirSync(RESULTS, { recursive: true });
  const path = join(RESULTS, name);
  rmSync(path, { force: true });
  return path;
}

function readReport(path: string): Record<string, unknown> {
  try {
    const report: unknown = JSON.parse(readFileSync(path, "utf8"));
    return typeof report === "object" && report !== null ? { ...report } : {};
  } catch {
    return {};
  }
}

function countOf(value: unknown): number {
  return typeof value === "number" ? value : 0;
}
