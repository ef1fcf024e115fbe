import { mkdtemp, rm } from "node:fs/promises";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSampleDesk } from "../../lib/sample-desk/server.ts";
import { type Contestant, startProduct } from "./contestants.ts";
import { median } from "./median.ts";
import type { Table } from "./report.ts";

/**
 * The slopes that "How cost grows" is worked out from: the processor time of the product's process, which other work on
 * the machine does not lengthen, for one page or answer at a time, at several sizes of a desk.
 */
export interface CostRow {
  readonly agents: number;
  /** Processor time of one, in ms; medians over the rounds. */
  readonly pageMs: number;
  readonly rosterMs: number;
  readonly unchangedMs: number;
  readonly residentBytes: number;
}

const SIZES = [60, 1_000, 10_000] as const;
/** Linux counts processor time in hundredths of a second: as many as make that step small. */
const PAGES = 30;
const ANSWERS = 300;

export async function measureCosts(rounds: number): Promise<CostRow[]> {
  const folder = await mkdtemp(join(tmpdir(), "rota-bench-"));
  const rows: CostRow[] = [];
  try {
    for (const agents of SIZES) {
      const feishu = await startSampleDesk({ size: agents });
      const dataDir = join(folder, String(agents));
      const product = await startProduct(feishu, { REFRESH_SECONDS: "3600", DATA_DIR: dataDir }, "/");
      try {
        rows.push({ agents, ...(await measureOne(product, rounds)) });
      } finally {
        await product.stop();
        await feishu.close();
      }
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return rows;
}

async function measureOne(product: Contestant, rounds: number): Promise<Omit<CostRow, "agents">> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const etag = (await fetch(`http://127.0.0.1:${product.port}/api/roster`)).headers.get("etag") ?? "";
  const costMs = async (path: string, times: number, headers: Readonly<Record<string, string>> = {}) => {
    const beforeMs = product.processorMs();
    for (let i = 0; i < times; i++) await ask({ agent, port: product.port, path, headers });
    return (product.processorMs() - beforeMs) / times;
  };
  const seen: (readonly [pageMs: number, rosterMs: number, unchangedMs: number])[] = [];
  // One round more, unmeasured, for the just-in-time compiler.
  for (let round = 0; round <= rounds; round++) {
    seen.push([
      await costMs("/", PAGES),
      await costMs("/api/roster", ANSWERS),
      await costMs("/api/roster", ANSWERS, { "If-None-Match": etag }),
    ]);
  }
  agent.destroy();
  const measured = seen.slice(1);
  return {
    pageMs: median(measured.map(([pageMs]) => pageMs)),
    rosterMs: median(measured.map(([, rosterMs]) => rosterMs)),
    unchangedMs: median(measured.map(([, , unchangedMs]) => unchangedMs)),
    residentBytes: product.residentBytes(),
  };
}

interface Question {
  readonly agent: Agent;
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Reads an answer to its end and leaves it packed: unpacking would cost more than all that is measured. */
function ask({ headers, ...to }: Question): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const options = {
    ...to,
    host: "127.0.0.1",
    headers: { "Accept-Encoding": "gzip, deflate, br", ...headers },
  };
  get(options, (response) => response.resume().once("end", resolve)).once("error", reject);
  return promise;
}

export const costTable = (rows: readonly CostRow[]): Table => ({
  head: ["agents", "one page", "one roster", "one 304", "memory after all these"],
  rows: rows.map(({ agents, pageMs, rosterMs, unchangedMs, residentBytes }) => [
    String(agents),
    `${pageMs.toFixed(1)} ms`,
    `${rosterMs.toFixed(2)} ms`,
    `${unchangedMs.toFixed(2)} ms`,
    `${(residentBytes / 1e6).toFixed(0)} MB`,
  ]),
});
