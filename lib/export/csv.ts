import { stringify } from "csv-stringify/sync";
import type { Agent, Roster } from "#lib/schedule/types.ts";
import { toCell } from "./csv-cell.ts";
import { writeDays } from "./csv-days.ts";
import { makeSkillNames } from "./skill-names.ts";
import { slicesOf } from "./slices.ts";

const HEADER = [
  ...["id", "name", "status", "email", "department", "company", "skills"],
  ...["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
  "notes",
];

/** Excel takes a file without it for one in the local code page. */
const BYTE_ORDER_MARK = "\uFEFF";

/** A few milliseconds of work. */
const AGENTS_PER_CHUNK = 100;

/**
 * The agents as CSV (RFC 4180), one a line, in their order, in chunks of text that begin with a byte order mark.
 * Columns and cells are those of product.md, section 5: the weekly template in the desk's zone, whatever week and zone
 * are on screen.
 */
export function* writeCsv(roster: Pick<Roster, "agents" | "skills">): Generator<string> {
  const skillNames = makeSkillNames(roster);
  yield BYTE_ORDER_MARK + writeRecords([HEADER]);
  for (const agents of slicesOf(roster.agents, AGENTS_PER_CHUNK)) {
    yield writeRecords(agents.map((agent) => cellsOf(agent, skillNames(agent))));
  }
}

function cellsOf(agent: Agent, skills: readonly string[]): string[] {
  const { id, name, status, email, department, company, week, notes } = agent;
  const texts = [id, name, status, email, department, company, skills.join("; ")];
  return [...texts, ...writeDays(week), notes.join("; ")].map((text) => toCell(text ?? ""));
}

function writeRecords(records: string[][]): string {
  return stringify(records, { record_delimiter: "\r\n" });
}
