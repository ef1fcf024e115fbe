import { parseArgs } from "node:util";
import { measureBrowser } from "./browser.ts";
import { costTable, measureCosts } from "./costs.ts";
import { measureLighthouse } from "./lighthouse.ts";
import { measureProcess } from "./process.ts";
import { conditions, markdown, type Table, writeSection } from "./report.ts";
import { readRounds } from "./rounds.ts";
import { measureRequests } from "./server.ts";
import { processTable, requestTable, viewersTable } from "./server-report.ts";
import { measureViewers } from "./viewers.ts";

/**
 * `npm run bench`: every table of docs/performance.md that a program can make. Each is printed, and written there, as soon
 * as it has been measured: ratios, and no verdicts. Some half an hour on two cores; `npm run bench:browser`, `bench:server`,
 * `bench:costs` and `bench:lighthouse` make their part alone.
 */

const { values } = parseArgs({
  options: {
    /** One part alone. */
    only: { type: "string" },
    /** Of which the medians are taken. Fewer take less time, and say less. */
    rounds: { type: "string", default: "7" },
    /** For how long viewers come back. */
    seconds: { type: "string", default: "60" },
    /** Leaves docs/performance.md as it is. */
    print: { type: "boolean", default: false },
  },
});
const rounds = readRounds(values.rounds);
const seconds = Number(values.seconds);

const PARTS = {
  async browser(command: string) {
    tell("browser", command, await measureBrowser(rounds));
  },
  async server(command: string) {
    const requests = { sizes: [300, 10_000], rounds, durationMs: 1_500 };
    tell("requests", command, [requestTable(await measureRequests(requests))]);
    tell("process", command, [processTable(await measureProcess(rounds))]);
    const rows = [await measureViewers(1, seconds * 1000), await measureViewers(1_000, seconds * 1000)];
    tell("viewers", command, [viewersTable(rows, seconds)]);
  },
  async costs(command: string) {
    tell("costs", command, [costTable(await measureCosts(rounds))]);
  },
  async lighthouse(command: string) {
    tell("lighthouse", command, [await measureLighthouse(rounds)]);
  },
} as const;

const chosen = Object.entries(PARTS).filter(([name]) => values.only === undefined || values.only === name);
if (chosen.length === 0) throw new Error(`--only is one of ${Object.keys(PARTS).join(", ")}.`);
const options = [
  rounds === 7 ? [] : ["--rounds", values.rounds],
  seconds === 60 ? [] : ["--seconds", values.seconds],
].flat();
for (const [name, measure] of chosen) {
  const startedMs = performance.now();
  await measure([`npm run bench:${name}`, ...(options.length > 0 ? ["--", ...options] : [])].join(" "));
  console.error(`${name}: ${((performance.now() - startedMs) / 60_000).toFixed(1)} minutes`);
}

function tell(section: string, command: string, tables: readonly Table[]): void {
  const parts = [conditions(command), ...tables.map(markdown)];
  process.stdout.write(`${parts.join("\n\n")}\n\n`);
  if (!values.print) writeSection(section, parts);
}
