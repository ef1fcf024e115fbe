import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startSampleDesk } from "../../lib/sample-desk/server.ts";
import { buildFloor, type Contestant, startFloor, startProduct } from "./contestants.ts";
import { median } from "./median.ts";
import { readRounds } from "./rounds.ts";

/** What one process of the product costs beside (e), the minimal Next application: to start, to keep, to read a desk. */
export interface ProcessRow {
  readonly what: string;
  readonly product: number;
  /** Null: the floor has nothing like it. */
  readonly floor: number | null;
  readonly unit: "ms" | "MB";
}

const MB = 1e6;
/** After the first answers, so that what is left over from starting is gone. */
const IDLE_MS = 8_000;
/** Each is half a minute, and they differ by little. */
const MOST_IDLE_ROUNDS = 3;
const LARGE = 10_000;

export async function measureProcess(rounds: number): Promise<ProcessRow[]> {
  await buildFloor();
  const folder = await mkdtemp(join(tmpdir(), "rota-bench-"));
  try {
    const settings = { DATA_DIR: folder, REFRESH_SECONDS: "3600" };
    return [
      await measureStart(settings, rounds),
      ...(await measureIdle(settings, rounds)),
      ...(await measureLarge({ ...settings, REFRESH_SECONDS: "10" }, rounds)),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

type SettingsOf = Readonly<Record<string, string>>;

/** From the command to the first page, on a built tree. */
async function measureStart(settings: SettingsOf, rounds: number): Promise<ProcessRow> {
  const feishu = await startSampleDesk();
  const startMs = { product: [] as number[], floor: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    const product = await startProduct(feishu, settings, "/");
    startMs.product.push(product.startMs);
    await product.stop();
    const floor = await startFloor("/dev/null", "/");
    startMs.floor.push(floor.startMs);
    await floor.stop();
  }
  await feishu.close();
  const [product, floor] = [median(startMs.product), median(startMs.floor)];
  return { what: "start to the first page", product, floor, unit: "ms" };
}

/** Once a page and the roster have been asked for, and nobody asks any more. */
async function measureIdle(settings: SettingsOf, rounds: number): Promise<ProcessRow[]> {
  const floorBytes: number[] = [];
  const bytes = new Map<number, number[]>([60, LARGE].map((size) => [size, []]));
  for (let round = 0; round < Math.min(rounds, MOST_IDLE_ROUNDS); round++) {
    const floor = await startFloor("/dev/null", "/");
    floorBytes.push(await settle(floor));
    await floor.stop();
    for (const [size, seen] of bytes) seen.push(await measureIdleDesk(settings, size));
  }
  return [...bytes].map(([size, seen]) => ({
    what: `memory when idle, ${size} agents`,
    product: median(seen) / MB,
    floor: median(floorBytes) / MB,
    unit: "MB",
  }));
}

async function measureIdleDesk(settings: SettingsOf, size: number): Promise<number> {
  const feishu = await startSampleDesk({ size });
  const product = await startProduct(feishu, settings, "/");
  await (await fetch(`http://127.0.0.1:${product.port}/api/roster`)).arrayBuffer();
  const bytes = await settle(product);
  await product.stop();
  await feishu.close();
  return bytes;
}

async function settle(server: Contestant): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
  return server.residentBytes();
}

/** Rounds of a large desk, as the product's own log tells their length, and how long they held the event loop. */
async function measureLarge(settings: SettingsOf, rounds: number): Promise<ProcessRow[]> {
  const feishu = await startSampleDesk({ size: LARGE });
  const watch = { NODE_OPTIONS: `--import=${join(import.meta.dirname, "watch-loop.ts")}`, LOG_LEVEL: "info" };
  const product = await startProduct(feishu, { ...settings, ...watch });
  product.takeLines();
  const roundMs: number[] = [];
  const heldMs: number[] = [];
  while (roundMs.length < rounds) {
    await (await fetch(`http://127.0.0.1:${product.port}/api/roster`)).arrayBuffer();
    await new Promise((resolve) => setTimeout(resolve, 500));
    for (const { msg, durationMs, heldMs: held } of product.takeLines()) {
      if (msg === "read a desk") roundMs.push(Number(durationMs));
      if (held !== undefined) heldMs.push(Number(held));
    }
  }
  const rows: ProcessRow[] = [
    {
      what: `a round of ${LARGE} agents, Feishu's time included`,
      product: median(roundMs),
      floor: null,
      unit: "ms",
    },
    { what: "event loop held by it, at most", product: Math.max(0, ...heldMs), floor: null, unit: "ms" },
  ];
  for (const format of ["csv", "ics"]) rows.push(...(await measureExport(product, format, rounds)));
  await product.stop();
  await feishu.close();
  return rows;
}

async function measureExport(product: Contestant, format: string, rounds: number): Promise<ProcessRow[]> {
  const seen: { readonly firstMs: number; readonly wholeMs: number; readonly heldMs: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    product.takeLines();
    const startedMs = performance.now();
    const response = await fetch(`http://127.0.0.1:${product.port}/api/export/${format}`);
    let firstMs: number | null = null;
    for await (const _ of response.body ?? []) firstMs ??= performance.now() - startedMs;
    const wholeMs = performance.now() - startedMs;
    await new Promise((resolve) => setTimeout(resolve, 300));
    const heldMs = Math.max(0, ...product.takeLines().map(({ heldMs: held }) => Number(held ?? 0)));
    seen.push({ firstMs: firstMs ?? Number.NaN, wholeMs, heldMs });
  }
  const name = `${format.toUpperCase()} of ${LARGE} agents`;
  const row = (what: string, product: number): ProcessRow => ({ what, product, floor: null, unit: "ms" });
  return [
    row(`${name}: first bytes`, median(seen.map(({ firstMs }) => firstMs))),
    row(`${name}: whole`, median(seen.map(({ wholeMs }) => wholeMs))),
    row(`${name}: event loop held, at most`, Math.max(...seen.map(({ heldMs }) => heldMs))),
  ];
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { rounds: { type: "string", default: "7" } } });
  for (const { what, product, floor, unit } of await measureProcess(readRounds(values.rounds))) {
    const beside =
      floor === null ? "" : ` · (e) ${floor.toFixed(0)} ${unit} → ${(product / floor).toFixed(2)} × (e)`;
    console.log(`${what}: ${product.toFixed(0)} ${unit}${beside}`);
  }
}
