import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { findBrowser } from "../browser.ts";
import { startProduct } from "../fixtures/product.ts";
import { median } from "./median.ts";
import type { Table } from "./report.ts";

/**
 * Lighthouse's desktop preset on the built product: medians of several visits of the board, each by a browser of its own
 * that has never been there, and one visit of every other page. Times are simulated by Lighthouse from what it saw.
 */

const BOARDS = [60, 1_000] as const;
const OTHERS = ["/coverage", "/now", "/status", "/wall"] as const;
const CATEGORIES = ["performance", "accessibility", "best-practices"] as const;
const PROGRAM = join(import.meta.dirname, "node_modules/lighthouse/cli/index.js");

interface Visit {
  readonly scores: readonly number[];
  /** Largest contentful paint and total blocking time, in ms, as Lighthouse simulates them. */
  readonly lcpMs: number;
  readonly blockedMs: number;
  readonly shift: number;
  /** What cost a point, outside the times. */
  readonly faults: readonly string[];
}

export async function measureLighthouse(rounds: number): Promise<Table> {
  const found = findBrowser();
  if (typeof found !== "string") throw new Error(found.missing);
  const rows: (readonly string[])[] = [];
  for (const size of BOARDS) {
    const product = await startProduct({ size, settings: { REFRESH_SECONDS: "3600" } });
    try {
      const visits: Visit[] = [];
      for (let round = 0; round < rounds; round++) visits.push(await visit(found, `${product.url}/`));
      rows.push(rowOf(`/, ${size} agents`, visits));
      if (size !== BOARDS.at(-1)) continue;
      const { agents } = await (await fetch(`${product.url}/api/roster`)).json();
      for (const path of [...OTHERS, `/agents/${agents[0].id}`]) {
        const name = path.startsWith("/agents/") ? "/agents/ID" : path;
        rows.push(rowOf(`${name}, ${size} agents`, [await visit(found, product.url + path)]));
      }
    } finally {
      await product.close();
    }
  }
  const head = [
    "page",
    "performance",
    "accessibility",
    "best practices",
    "largest paint",
    "blocked",
    "shift",
  ];
  return { head: [...head, "what cost a point"], rows };
}

function rowOf(page: string, visits: readonly Visit[]): readonly string[] {
  const of = (pick: (one: Visit) => number) => median(visits.map(pick));
  const faults = new Set(visits.flatMap((one) => one.faults));
  return [
    page,
    ...CATEGORIES.map((_, i) => of(({ scores }) => scores[i] ?? 0).toFixed(0)),
    `${of(({ lcpMs }) => lcpMs).toFixed(0)} ms`,
    `${of(({ blockedMs }) => blockedMs).toFixed(0)} ms`,
    of(({ shift }) => shift).toFixed(3),
    [...faults].join(", "),
  ];
}

/** A trace that lost its beginning is Lighthouse's own fault, which it asks to answer by another visit. */
async function visit(browser: string, url: string, left = 3): Promise<Visit> {
  try {
    return await visitOnce(browser, url);
  } catch (error) {
    if (left <= 1 || !String(error).includes("NO_NAVSTART")) throw error;
    return visit(browser, url, left - 1);
  }
}

async function visitOnce(browser: string, url: string): Promise<Visit> {
  const options = ["--preset=desktop", "--output=json", "--quiet", `--only-categories=${CATEGORIES}`];
  const flags = "--chrome-flags=--headless=new --no-sandbox --disable-gpu";
  const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM, url, ...options, flags], {
    env: { ...process.env, CHROME_PATH: browser },
    maxBuffer: 2 ** 27,
  });
  const { categories, audits } = JSON.parse(stdout);
  const refs: readonly AuditRef[] = CATEGORIES.slice(1).flatMap((name) => categories[name].auditRefs);
  return {
    scores: CATEGORIES.map((name) => categories[name].score * 100),
    lcpMs: audits["largest-contentful-paint"].numericValue,
    blockedMs: audits["total-blocking-time"].numericValue,
    shift: audits["cumulative-layout-shift"].numericValue,
    faults: refs.filter(({ id, weight }) => weight > 0 && audits[id].score === 0).map(({ id }) => id),
  };
}

interface AuditRef {
  readonly id: string;
  readonly weight: number;
}
