import { parseArgs } from "node:util";
import { measureBrowser } from "./browser.ts";
import { markdown, writeSection } from "./report.ts";

/** `npm run bench:browser`: measures, prints, and with `--write` puts what it has found into docs/performance.md. */
const { values } = parseArgs({
  options: { rounds: { type: "string", default: "7" }, write: { type: "boolean", default: false } },
});

const rounds = Number(values.rounds);
const tables = await measureBrowser(rounds);
for (const table of tables) process.stdout.write(`${markdown(table)}\n\n`);
if (values.write) writeSection("browser", `npm run bench:browser -- --rounds ${rounds} --write`, tables);
