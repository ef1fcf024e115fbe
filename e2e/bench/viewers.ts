import { mkdtemp, rm } from "node:fs/promises";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startSampleDesk } from "../../lib/sample-desk/server.ts";
import { startProduct } from "./contestants.ts";

/** Many viewers who leave the board open: what they cost Feishu, and how they are answered. */
export interface ViewersRow {
  readonly viewers: number;
  /** Calls to Feishu in that time. */
  readonly calls: number;
  readonly answers: number;
  /** How many of the answers were 304, 0 to 1. */
  readonly unchanged: number;
}

const REFRESH_MS = 10_000;

/** Each asks as often as the desk is read. Feishu's clock stands still, so that nobody's status changes meanwhile. */
export async function measureViewers(viewers: number, durationMs: number): Promise<ViewersRow> {
  const startedAt = Date.now();
  const feishu = await startSampleDesk({ size: 1_000, now: () => startedAt });
  const folder = await mkdtemp(join(tmpdir(), "rota-bench-"));
  const settings = { DATA_DIR: folder, REFRESH_SECONDS: String(REFRESH_MS / 1000) };
  const product = await startProduct(feishu, settings);
  const agent = new Agent({ keepAlive: true });
  const statuses: (number | undefined)[] = [];
  const url = `http://127.0.0.1:${product.port}/api/roster`;
  const etag = (await fetch(url)).headers.get("etag") ?? "";
  await pause(REFRESH_MS);
  feishu.control.clearJournal();
  const endMs = performance.now() + durationMs;
  const view = async () => {
    await pause(Math.random() * REFRESH_MS);
    while (performance.now() < endMs) {
      statuses.push(await askAgain(url, etag, agent));
      await pause(REFRESH_MS);
    }
  };
  const all = Promise.all(Array.from({ length: viewers }, view));
  await pause(durationMs);
  const calls = feishu.control.journal().length;
  await all;
  agent.destroy();
  await product.stop();
  await feishu.close();
  await rm(folder, { recursive: true });
  const unchanged = statuses.filter((status) => status === 304).length / statuses.length;
  return { viewers, calls, answers: statuses.length, unchanged };
}

function askAgain(url: string, etag: string, agent: Agent): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = get(url, { agent, headers: { "If-None-Match": etag } }, (response) => {
      response.resume();
      response.once("end", () => resolve(response.statusCode));
    });
    sent.once("error", reject);
  });
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

if (import.meta.main) {
  const { values } = parseArgs({ options: { seconds: { type: "string", default: "60" } } });
  for (const viewers of [1, 1_000]) {
    const row = await measureViewers(viewers, Number(values.seconds) * 1000);
    const share = `${(row.unchanged * 100).toFixed(1)} %`;
    console.log(`${row.viewers} viewers: ${row.calls} calls, ${row.answers} answers, ${share} of them 304`);
  }
}
