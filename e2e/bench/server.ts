import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startSampleDesk } from "../../lib/sample-desk/server.ts";
import {
  buildFloor,
  type Contestant,
  measureLoad,
  startBare,
  startFloor,
  startProduct,
} from "./contestants.ts";
import { median } from "./median.ts";
import { readRounds } from "./rounds.ts";

/**
 * The roster over HTTP beside the two floors of the bench, in one run and interleaved: (d) a bare `node:http` server and
 * (e) a minimal Next application, both with the product's own bytes, compressed once.
 */
export interface RequestRow {
  readonly agents: number;
  readonly answer: "200" | "304";
  readonly bare: Figure;
  readonly floor: Figure;
  readonly product: Figure;
}

/** Medians over the rounds. */
export interface Figure {
  readonly perSecond: number;
  readonly p99Ms: number;
  readonly bytes: number;
}

export interface RequestOptions {
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly durationMs: number;
}

const CONNECTIONS = 64;

export async function measureRequests(options: RequestOptions): Promise<RequestRow[]> {
  await buildFloor();
  const rows: RequestRow[] = [];
  for (const agents of options.sizes) rows.push(...(await measureSize(agents, options)));
  return rows;
}

async function measureSize(agents: number, { rounds, durationMs }: RequestOptions): Promise<RequestRow[]> {
  const folder = await mkdtemp(join(tmpdir(), "rota-bench-"));
  const feishu = await startSampleDesk({ size: agents });
  const dataDir = join(folder, "data");
  const product = await startProduct(feishu, { REFRESH_SECONDS: "3600", DATA_DIR: dataDir });
  const { body, etag } = await readRoster(product);
  const file = join(folder, "roster.json");
  await writeFile(file, body);
  const [bare, floor] = [await startBare(file), await startFloor(file)];
  const compressed = { "Accept-Encoding": "gzip, deflate, br" };
  const shots: readonly Shot[] = [
    { answer: "200", who: "bare", server: bare, path: "/", headers: compressed },
    { answer: "200", who: "floor", server: floor, path: "/api/once", headers: compressed },
    { answer: "200", who: "product", server: product, path: "/api/roster", headers: compressed },
    { answer: "304", who: "bare", server: bare, path: "/", headers: same('"floor"') },
    { answer: "304", who: "floor", server: floor, path: "/api/same", headers: same('"floor"') },
    { answer: "304", who: "product", server: product, path: "/api/roster", headers: same(etag) },
  ];
  try {
    const figures = await shootInTurns(shots, rounds, durationMs);
    return (["200", "304"] as const).map((answer) => ({
      agents,
      answer,
      bare: figures(answer, "bare"),
      floor: figures(answer, "floor"),
      product: figures(answer, "product"),
    }));
  } finally {
    await Promise.all([bare, floor, product].map((server) => server.stop()));
    await feishu.close();
    await rm(folder, { recursive: true });
  }
}

interface Shot {
  readonly answer: RequestRow["answer"];
  readonly who: "bare" | "floor" | "product";
  readonly server: Contestant;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

const same = (etag: string) => ({ "If-None-Match": etag, "Accept-Encoding": "gzip, deflate, br" });

/** One unmeasured round for the just-in-time compiler, then `rounds` in which every contestant has its turn. */
async function shootInTurns(shots: readonly Shot[], rounds: number, durationMs: number) {
  const seen = new Map<string, Figure[]>();
  for (let round = 0; round <= rounds; round++) {
    for (const { answer, who, server, path, headers } of shots) {
      const spec = { port: server.port, path, headers, connections: CONNECTIONS, durationMs };
      const { perSecond, p99Ms, bytes, statuses } = await measureLoad(spec);
      const strange = Object.keys(statuses).filter((status) => status !== answer);
      if (strange.length > 0) throw new Error(`${who} answered ${strange.join(", ")} for ${answer}.`);
      if (round === 0) continue;
      const key = `${answer} ${who}`;
      seen.set(key, [...(seen.get(key) ?? []), { perSecond, p99Ms, bytes }]);
    }
  }
  return (answer: string, who: string): Figure => {
    const of = (name: keyof Figure) => median((seen.get(`${answer} ${who}`) ?? []).map((one) => one[name]));
    return { perSecond: of("perSecond"), p99Ms: of("p99Ms"), bytes: of("bytes") };
  };
}

async function readRoster({ port }: Contestant): Promise<{ body: string; etag: string }> {
  const response = await fetch(`http://127.0.0.1:${port}/api/roster`);
  return { body: await response.text(), etag: response.headers.get("etag") ?? "" };
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      sizes: { type: "string", default: "300,10000" },
      rounds: { type: "string", default: "7" },
      seconds: { type: "string", default: "1.5" },
    },
  });
  const rows = await measureRequests({
    sizes: values.sizes.split(",").map(Number),
    rounds: readRounds(values.rounds),
    durationMs: Number(values.seconds) * 1000,
  });
  for (const { agents, answer, ...figures } of rows) {
    const { bare, floor, product } = figures;
    const cells = Object.entries(figures).map(
      ([who, { perSecond, p99Ms, bytes }]) =>
        `${who} ${perSecond.toFixed(0)}/s p99 ${p99Ms.toFixed(1)} ms ${bytes} B`,
    );
    const ratios = `${(product.perSecond / floor.perSecond).toFixed(2)} × (e), p99 ${(product.p99Ms / floor.p99Ms).toFixed(2)} × (e), ${(product.perSecond / bare.perSecond).toFixed(2)} × (d)`;
    console.log(`${agents} agents, ${answer}: ${cells.join(" · ")} → ${ratios}`);
  }
}
