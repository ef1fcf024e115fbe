import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import type { SampleDesk } from "../../lib/sample-desk/server.ts";
import { findFreePort } from "../../lib/store/testing/free-port.ts";
import { noSettings } from "../fixtures/product.ts";
import { NPM_START } from "../fixtures/program.ts";
import type { LoadResult, LoadSpec } from "./http-load.ts";

/** The servers that are measured, each a process of its own on a loopback port. */
export interface Contestant {
  readonly port: number;
  /** From the start of the process to its first answer 200. */
  readonly startMs: number;
  /** Resident memory of the process now, in bytes. */
  residentBytes(): number;
  /** Processor time that the process has used since it began, in ms, to the hundredth of a second. */
  processorMs(): number;
  /** What it has said since it was last asked: its lines of JSON. */
  takeLines(): readonly Readonly<Record<string, unknown>>[];
  stop(): Promise<void>;
}

export const ROOT = join(import.meta.dirname, "../..");
const NEXT = join(ROOT, "node_modules/next/dist/bin/next");

/** (d): bare `node:http` that sends a file. */
export async function startBare(file: string): Promise<Contestant> {
  const port = await findFreePort();
  return run([join(import.meta.dirname, "bare-server.ts"), file, String(port)], port, "/", {});
}

/** (e): a minimal application on Next that sends the same file; it must be built (`buildFloor`). */
export async function startFloor(file: string, firstPath = "/api/once"): Promise<Contestant> {
  const port = await findFreePort();
  const args = [NEXT, "start", FLOOR, "-H", "127.0.0.1", "-p", String(port)];
  return run(args, port, firstPath, { FLOOR_FILE: file });
}
const FLOOR = join(import.meta.dirname, "next-floor");

/**
 * Once a version of Next. With webpack: Turbopack would take the product's own proxy.ts and instrumentation.ts, which lie
 * in a folder above, for the floor's.
 */
export async function buildFloor(): Promise<void> {
  if (existsSync(join(FLOOR, ".next/BUILD_ID"))) return;
  await promisify(execFile)(process.execPath, [NEXT, "build", FLOOR, "--webpack"], { env: environment({}) });
}

/** The product, as `npm start` starts it, in front of this sample desk. */
export async function startProduct(
  feishu: SampleDesk,
  settings: Readonly<Record<string, string>> = {},
  firstPath = "/api/roster",
): Promise<Contestant> {
  const port = await findFreePort();
  return run(NPM_START.slice(1), port, firstPath, {
    ...noSettings(),
    FEISHU_APP_ID: feishu.appId,
    FEISHU_APP_SECRET: feishu.appSecret,
    FEISHU_HELPDESK_ID: feishu.helpdeskId,
    FEISHU_HELPDESK_TOKEN: feishu.helpdeskToken,
    FEISHU_BASE_URL: feishu.url,
    AUTH_MODE: "open",
    LOG_LEVEL: "warn",
    HOST: "127.0.0.1",
    PORT: String(port),
    ...settings,
  });
}

/** Puts a load on a server from another process, so that neither waits for the other's event loop. */
export async function measureLoad(spec: LoadSpec): Promise<LoadResult> {
  const args = [join(import.meta.dirname, "http-load.ts"), JSON.stringify(spec)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
}

const START_WITHIN_MS = 60_000;

const environment = (own: Readonly<Record<string, string>>) => ({
  ...process.env,
  NODE_ENV: "production" as const,
  NEXT_TELEMETRY_DISABLED: "1",
  ...own,
});

async function run(
  args: readonly string[],
  port: number,
  firstPath: string,
  own: Readonly<Record<string, string>>,
): Promise<Contestant> {
  const startedMs = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: environment(own),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: Record<string, unknown>[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      if (line.startsWith("{")) lines.push(JSON.parse(line));
    });
  }
  await firstAnswer(child, `http://127.0.0.1:${port}${firstPath}`);
  const startMs = performance.now() - startedMs;
  return {
    port,
    startMs,
    residentBytes: () => residentBytes(child.pid ?? 0),
    processorMs: () => processorMs(child.pid ?? 0),
    takeLines: () => lines.splice(0),
    stop: async () => {
      if (hasEnded(child)) return;
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    },
  };
}

async function firstAnswer(child: ChildProcess, url: string): Promise<void> {
  const endMs = performance.now() + START_WITHIN_MS;
  while (performance.now() < endMs) {
    if (hasEnded(child)) throw new Error(`A contestant ended with ${child.exitCode ?? child.signalCode}.`);
    try {
      const response = await fetch(url);
      await response.arrayBuffer();
      if (response.ok) return;
    } catch {
      // Not yet listening.
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  child.kill("SIGKILL");
  throw new Error(`No answer 200 from ${url}.`);
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

/** Linux tells it; elsewhere the bench prints 0. */
function residentBytes(pid: number): number {
  try {
    const line = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return Number(line?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Fields 14 and 15 of /proc/PID/stat, user and system, in ticks of 10 ms; elsewhere 0. */
function processorMs(pid: number): number {
  try {
    // What stands before may hold anything, in brackets.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}
