import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";

/** What a bench has found, as tables: printed, and written into docs/performance.md between the marks of its section. */

const ROOT = join(import.meta.dirname, "../..");
const DOCUMENT = join(ROOT, "docs/performance.md");

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function markdown({ head, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Replaces one section, `<!-- bench:NAME -->` to `<!-- /bench:NAME -->`; the text around it is written by hand. */
export function writeSection(name: string, parts: readonly string[]): void {
  const before = readFileSync(DOCUMENT, "utf8");
  const [from, to] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const [start, end] = [before.indexOf(from), before.indexOf(to)];
  if (start < 0 || end < start) throw new Error(`docs/performance.md has no section ${name}.`);
  const body = parts.join("\n\n");
  writeFileSync(DOCUMENT, `${before.slice(0, start + from.length)}\n${body}\n${before.slice(end)}`);
}

/** On what, when and by which command, since a number without these is none. */
export function conditions(command: string): string {
  const processors = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], {
    cwd: ROOT,
    encoding: "utf8",
  }).trim();
  const model = processors[0]?.model.trim() ?? "unknown processor";
  const date = new Date().toISOString().slice(0, 10);
  return `\`${command}\`, ${date}, at ${commit}: ${processors.length} × ${model}, ${gigabytes} GB, Node ${process.versions.node}.`;
}
