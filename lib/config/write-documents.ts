import { readFileSync, writeFileSync } from "node:fs";
import { describeAsEnvironment, describeAsTable, TABLE_END, TABLE_START } from "./describe.ts";

/** `npm run settings`: writes `.env.example` and the README's table anew from lib/config/schema.ts. */

const README = "README.md";

writeFileSync(".env.example", describeAsEnvironment());
writeFileSync(README, withTable(readFileSync(README, "utf8")));

function withTable(readme: string): string {
  const start = readme.indexOf(TABLE_START);
  const end = readme.indexOf(TABLE_END);
  if (start < 0 || end < start) throw new Error(`${README} has no ${TABLE_START} … ${TABLE_END}`);
  return readme.slice(0, start) + describeAsTable() + readme.slice(end + TABLE_END.length);
}
