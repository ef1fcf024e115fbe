import { type Browser, chromium } from "@playwright/test";
import { findBrowser } from "../browser.ts";
import { type Product, startProduct } from "../fixtures/product.ts";
import { type ContestantName, openStage, type Stage } from "./contest/serve.ts";
import type { Row } from "./contest/stage.ts";
import { measureHello } from "./hello-scripts.ts";
import {
  type LoadFigures,
  measureFilter,
  measureHeap,
  measureLoad,
  measureScroll,
  type PageUnderTest,
  type ScrollFigures,
} from "./measure-page.ts";
import { median } from "./median.ts";
import type { Table } from "./report.ts";

/**
 * The board in a real browser, beside a minimal virtualised list, a canvas and two scheduler components that are given
 * the same agents: in one run, in turns, medians.
 */

const SIZES = [60, 300, 1_000, 10_000] as const;
/** The component that is slowest takes half a minute at 10,000. */
const COMPONENTS_AT = 1_000;
/** A heap after a garbage collection differs by little. */
const MOST_HEAP_ROUNDS = 3;

export async function measureBrowser(rounds: number): Promise<readonly Table[]> {
  const found = findBrowser();
  if (typeof found !== "string") throw new Error(found.missing);
  const browser = await chromium.launch({ executablePath: found, args: ["--no-sandbox", "--disable-gpu"] });
  const products = new Map<number, Product>();
  let stage: Stage | null = null;
  try {
    for (const size of SIZES)
      products.set(size, await startProduct({ size, settings: { REFRESH_SECONDS: "3600" } }));
    const rows = new Map<number, readonly Row[]>();
    for (const [size, { url }] of products) rows.set(size, await readShown(url));
    stage = await openStage(rows);
    return await compare(browser, products, stage, rounds);
  } finally {
    await stage?.close();
    await Promise.all([...products.values()].map((product) => product.close()));
    await browser.close();
  }
}

/** Whom the board shows: all but the removed. */
async function readShown(url: string): Promise<readonly Row[]> {
  const { agents } = await (await fetch(`${url}/api/roster`)).json();
  return agents.filter(({ status }: { readonly status: string }) => status !== "removed");
}

async function compare(
  browser: Browser,
  products: ReadonlyMap<number, Product>,
  stage: Stage,
  rounds: number,
): Promise<readonly Table[]> {
  const ours = (size: number): PageUnderTest => {
    const product = products.get(size);
    if (product === undefined) throw new Error(`No product with ${size} agents.`);
    return { url: product.url, offsetMs: product.offsetMs };
  };
  const theirs = (name: ContestantName, size: number) => ({ url: stage.url(name, size), offsetMs: 0 });
  const loads = new Map<string, LoadFigures[]>();
  const scrolls = new Map<string, ScrollFigures[]>();
  const filters = new Map<number, number[]>();
  for (let round = 0; round < rounds; round++) {
    for (const size of SIZES) {
      put(loads, `product ${size}`, await measureLoad(browser, ours(size)));
      put(loads, `minimal ${size}`, await measureLoad(browser, theirs("minimal", size)));
      put(loads, `canvas ${size}`, await measureLoad(browser, theirs("canvas", size)));
      put(filters, size, await measureFilter(browser, ours(size)));
    }
    for (const name of ["daypilot", "fullcalendar"] as const) {
      put(loads, `${name} ${COMPONENTS_AT}`, await measureLoad(browser, theirs(name, COMPONENTS_AT)));
    }
    put(scrolls, "product", await measureScroll(browser, ours(10_000)));
    put(scrolls, "minimal", await measureScroll(browser, theirs("minimal", 10_000)));
    put(scrolls, "canvas", await measureScroll(browser, theirs("canvas", 10_000)));
  }
  const heaps: number[] = [];
  for (let round = 0; round < Math.min(rounds, MOST_HEAP_ROUNDS); round++)
    heaps.push(await measureHeap(browser, ours(10_000)));
  const hello = await measureHello(browser);
  return [paintTable(loads, filters), scrollTable(scrolls), weightTable(loads, median(heaps), hello)];
}

function put<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function paintTable(
  loads: ReadonlyMap<string, readonly LoadFigures[]>,
  filters: ReadonlyMap<number, readonly number[]>,
): Table {
  const paint = (who: string) => median((loads.get(who) ?? []).map(({ paintMs }) => paintMs));
  const shown = (ms: number) => (Number.isNaN(ms) ? "" : `${ms.toFixed(0)} ms`);
  const rows = SIZES.map((size) => {
    const [product, minimal] = [paint(`product ${size}`), paint(`minimal ${size}`)];
    const filter = median(filters.get(size) ?? []);
    return [
      String(size),
      shown(product),
      shown(minimal),
      (product / minimal).toFixed(2),
      shown(paint(`canvas ${size}`)),
      shown(paint(`daypilot ${size}`)),
      shown(paint(`fullcalendar ${size}`)),
      shown(filter),
      (filter / minimal).toFixed(2),
    ];
  });
  const head = [
    "agents",
    "board",
    "(a) list",
    "board / (a)",
    "(b) canvas",
    "DayPilot Lite",
    "FullCalendar 7",
  ];
  return { head: [...head, "filter", "filter / (a)"], rows };
}

function scrollTable(scrolls: ReadonlyMap<string, readonly ScrollFigures[]>): Table {
  const percent = (share: number) => `${(share * 100).toFixed(0)} %`;
  const rows = [...scrolls].map(([who, seen]) => [
    who,
    percent(median(seen.map(({ dropped }) => dropped))),
    percent(median(seen.map(({ empty }) => empty))),
    `${median(seen.map(({ longestTaskMs }) => longestTaskMs)).toFixed(0)} ms`,
  ]);
  return {
    head: ["10,000 px at 10,000 agents", "frames dropped", "frames without rows", "longest task"],
    rows,
  };
}

function weightTable(
  loads: ReadonlyMap<string, readonly LoadFigures[]>,
  heapBytes: number,
  helloBytes: number,
): Table {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;
  const rows = SIZES.map((size) => {
    const seen = loads.get(`product ${size}`) ?? [];
    const of = (pick: (figures: LoadFigures) => number) => median(seen.map(pick));
    const scripts = of(({ scriptBytes }) => scriptBytes);
    return [
      String(size),
      `${of(({ firstPaintMs }) => firstPaintMs).toFixed(0)} ms`,
      String(of(({ elements }) => elements)),
      kilobytes(of(({ htmlBytes }) => htmlBytes)),
      `${kilobytes(scripts)} (hello world + ${kilobytes(scripts - helloBytes)})`,
      size === 10_000 ? `${(heapBytes / 1e6).toFixed(1)} MB` : "",
    ];
  });
  return { head: ["agents", "first paint", "elements", "HTML", "scripts", "heap"], rows };
}
