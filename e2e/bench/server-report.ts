import type { ProcessRow } from "./process.ts";
import type { Table } from "./report.ts";
import type { RequestRow } from "./server.ts";
import type { ViewersRow } from "./viewers.ts";

/** The tables of the server's side. */

export const requestTable = (rows: readonly RequestRow[]): Table => ({
  head: [
    "agents, answer",
    "(d) bare /s",
    "(e) Next /s",
    "product /s",
    "product : (e)",
    "p99 (e), ms",
    "p99 product, ms",
    "p99 ratio",
  ],
  rows: rows.map(({ agents, answer, bare, floor, product }) => [
    `${agents}, ${answer}`,
    ...[bare, floor, product].map(({ perSecond }) => perSecond.toFixed(0)),
    (product.perSecond / floor.perSecond).toFixed(2),
    ...[floor, product].map(({ p99Ms }) => p99Ms.toFixed(1)),
    (product.p99Ms / floor.p99Ms).toFixed(2),
  ]),
});

export const processTable = (rows: readonly ProcessRow[]): Table => ({
  head: ["what", "product", "(e) Next", "ratio"],
  rows: rows.map(({ what, product, floor, unit }) => [
    what,
    `${product.toFixed(0)} ${unit}`,
    floor === null ? "" : `${floor.toFixed(0)} ${unit}`,
    floor === null ? "" : (product / floor).toFixed(2),
  ]),
});

export const viewersTable = (rows: readonly ViewersRow[], seconds: number): Table => ({
  head: [`viewers, for ${seconds} s`, "calls to Feishu", "answers", "of them 304"],
  rows: rows.map(({ viewers, calls, answers, unchanged }) => [
    String(viewers),
    String(calls),
    String(answers),
    `${(unchanged * 100).toFixed(1)} %`,
  ]),
});
