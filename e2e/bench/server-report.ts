import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { ROOT } from "./contestants.ts";
import { measureProcess, type ProcessRow } from "./process.ts";
import { measureRequests, type RequestRow } from "./server.ts";
import { measureViewers, type ViewersRow } from "./viewers.ts";

/** `npm run bench:server`: measures the server's side and writes the tables of docs/performance.md. Some eight minutes. */
const PAGE = join(ROOT, "docs/performance.md");
const ROUNDS = 7;

/** Puts `lines` between the two marks of that name. */
export function writeTable(name: string, lines: readonly string[]): void {
  const text = readFileSync(PAGE, "utf8");
  const [open, close] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const [from, to] = [text.indexOf(open), text.indexOf(close)];
  if (from < 0 || to < from) throw new Error(`docs/performance.md has no marks for ${name}.`);
  writeFileSync(PAGE, `${text.slice(0, from + open.length)}\n${lines.join("\n")}\n${text.slice(to)}`);
}

export const requestTable = (rows: readonly RequestRow[]): readonly string[] => [
  "| agents, answer | (d) bare /s | (e) Next /s | product /s | product : (e) | p99 (e), ms | p99 product, ms | p99 ratio |",
  "| --- | --- | --- | --- | --- | --- | --- | --- |",
  ...rows.map(({ agents, answer, bare, floor, product }) =>
    lineOf([
      `${agents}, ${answer}`,
      ...[bare, floor, product].map(({ perSecond }) => perSecond.toFixed(0)),
      (product.perSecond / floor.perSecond).toFixed(2),
      ...[floor, product].map(({ p99Ms }) => p99Ms.toFixed(1)),
      (product.p99Ms / floor.p99Ms).toFixed(2),
    ]),
  ),
];

export const processTable = (rows: readonly ProcessRow[]): readonly string[] => [
  "| what | product | (e) Next | ratio |",
  "| --- | --- | --- | --- |",
  ...rows.map(({ what, product, floor, unit }) =>
    lineOf([
      what,
      `${product.toFixed(0)} ${unit}`,
      floor === null ? "" : `${floor.toFixed(0)} ${unit}`,
      floor === null ? "" : (product / floor).toFixed(2),
    ]),
  ),
];

export const viewersTable = (rows: readonly ViewersRow[]): readonly string[] => [
  "| viewers, for a minute | calls to Feishu | answers | of them 304 |",
  "| --- | --- | --- | --- |",
  ...rows.map(({ viewers, calls, answers, unchanged }) =>
    lineOf([viewers, calls, answers, `${(unchanged * 100).toFixed(1)} %`]),
  ),
];

const lineOf = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;

export function describeMachine(now: Date): string {
  const model = cpus()[0]?.model.trim() ?? "unknown";
  return `${now.toISOString().slice(0, 10)}, ${cpus().length} × ${model}, Node ${process.versions.node}`;
}

if (import.meta.main) {
  const sizes = [300, 10_000];
  const requests = await measureRequests({ sizes, rounds: ROUNDS, durationMs: 1_500 });
  writeTable("requests", requestTable(requests));
  writeTable("process", processTable(await measureProcess(ROUNDS)));
  const viewers = [await measureViewers(1, 60_000), await measureViewers(1_000, 60_000)];
  writeTable("viewers", viewersTable(viewers));
  writeTable("machine", [`Measured by \`npm run bench:server\` on ${describeMachine(new Date())}.`]);
}
