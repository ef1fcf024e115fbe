import { readFileSync, writeFileSync } from "node:fs";
import { COVERAGE_DOCUMENT, describeCoverage } from "./coverage-document.ts";
import { describeAsEnvironment, describeAsTable, TABLE_END, TABLE_START } from "./describe.ts";

/** `npm run settings`: writes `.env.example`, the README's table and the JSON Schema of COVERAGE_FILE anew. */

const README = "README.md";

writeFileSync(".env.example", describeAsEnvironment());
writeFileSync(COVERAGE_DOCUMENT, describeCoverage());
writeFileSync(README, withTable(readFileSync(README, "utf8")));

function withTable(readme: string): string {
  const start = readme.indexOf(TABLE_START);
  const end = readme.indexOf(TABLE_END);
  if (start < 0 || end < start) throw new Error(`${README} has no ${TABLE_START} … ${TABLE_END}`);
  return readme.slice(0, start) + describeAsTable() + readme.slice(end + TABLE_END.length);
}
