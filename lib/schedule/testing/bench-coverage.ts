import { deepStrictEqual } from "node:assert/strict";
import { computeCoverage } from "../coverage.ts";
import { layWeek } from "../lay-week.ts";
import { weekOf } from "../week.ts";
import { date } from "./dates.ts";
import { makeLargeDesk } from "./large-desk.ts";
import { countByMinute } from "./minute-coverage.ts";

/**
 * `npm run bench:coverage`: what a week's coverage costs, as a sweep over edges and minute by minute. Both are run in
 * turn in one process, so that the ratio holds on any machine; medians. Writes nothing.
 */

const RUNS = 9;
const SKILLS = 30;
const CASES = [
  { agents: 1_000, targetMs: 20 },
  { agents: 10_000, targetMs: 200 },
] as const;

const desk = { key: "main", name: "Helpdesk", timeZone: "Asia/Shanghai" };
const week = weekOf(date("2026-11-23"), "mon", desk.timeZone);

say(`agents × skills   lay the week   sweep   target   by minute   ratio   (ms, medians of ${RUNS})`);
for (const { agents, targetMs } of CASES) {
  const roster = { desk, ...makeLargeDesk(agents, SKILLS) };
  const lay = () => layWeek({ roster, week, plan: null, away: [] }).base;
  const input = lay();
  const sweep = () => computeCoverage(input);
  const byMinute = () => countByMinute(input);
  const swept = sweep().skills.map(({ spans }) => spans);
  deepStrictEqual(swept, byMinute(), "both ways must give the same spans");
  const [layMs, sweepMs, minuteMs] = timeInTurn([lay, sweep, byMinute]);
  const cells = [
    `${agents} × ${SKILLS}`.padEnd(15),
    format(layMs).padStart(14),
    format(sweepMs).padStart(7),
    `< ${targetMs}`.padStart(8),
    format(minuteMs).padStart(11),
    `${((minuteMs ?? 0) / (sweepMs ?? 1)).toFixed(1)}×`.padStart(7),
  ];
  say(cells.join(" "));
}

/** The median time of each task, in ms: first run once unmeasured, then again and again, one after the other. */
function timeInTurn(tasks: readonly (() => unknown)[]): readonly (number | undefined)[] {
  const times = tasks.map((): number[] => []);
  for (let run = -1; run < RUNS; run++) {
    for (const [i, task] of tasks.entries()) {
      const startedMs = performance.now();
      task();
      if (run >= 0) times[i]?.push(performance.now() - startedMs);
    }
  }
  return times.map((one) => one.sort((a, b) => a - b)[Math.floor(RUNS / 2)]);
}

function format(ms: number | undefined): string {
  return (ms ?? Number.NaN).toFixed(1);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
