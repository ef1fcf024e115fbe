import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type SoakReport, soak } from "./soak.ts";

/**
 * `npm run soak -- --seed 7 --days 7 --minutes 4`: a week in minutes (docs/operate.md). Builds what is missing first,
 * prints the figures, and ends with 1 where anything was lost.
 */
const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    days: { type: "string", default: "7" },
    minutes: { type: "string", default: "4" },
    refresh: { type: "string", default: "300" },
  },
});

const ROOT = join(import.meta.dirname, "../..");
const build = ["--conditions=react-server", join(ROOT, "lib/server/build.ts")];
if (spawnSync(process.execPath, build, { stdio: "inherit" }).status !== 0) process.exit(1);

const report = await soak({
  seed: Number(values.seed),
  simulatedHours: Number(values.days) * 24,
  realSeconds: Number(values.minutes) * 60,
  refreshSeconds: Number(values.refresh),
});
console.log(tell(report));
for (const occasion of report.occasions.slice(0, 20)) console.log(`lost: ${occasion}`);
process.exit(Object.values(report.lost).every((count) => count === 0) ? 0 : 1);

function tell({
  options,
  outages,
  restarts,
  answers,
  lost,
  longestStaleMs,
  calls,
  memory,
}: SoakReport): string {
  const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;
  const losses = Object.entries(lost).map(([what, count]) => `${what} ${count}`);
  const rows = [
    ["simulated", `${options.simulatedHours} h in ${options.realSeconds} s, seed ${options.seed}`],
    ["outages, kills", `${outages}, ${restarts}`],
    ["rosters checked", String(answers)],
    ["lost", losses.join(", ")],
    ["longest stale", `${Math.round(longestStaleMs / 60_000)} min`],
    ["calls", `${calls.present} present, ${calls.removed} removed, ${calls.token} token`],
    ["rounds beyond", `${calls.beyond} beyond one in ${options.refreshSeconds} s`],
    ["memory", `${megabytes(memory.start)} at the start, ${megabytes(memory.end)} at the end`],
  ];
  return rows.map(([name = "", value]) => `${name.padEnd(16)} ${value}`).join("\n");
}
