import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SampleDesk } from "#lib/sample-desk/server.ts";
import { findFreePort } from "#lib/store/testing/free-port.ts";
import { noSettings, settingsOf } from "../fixtures/product.ts";
import { NPM_START, type Program, startProgram, untilAnswers } from "../fixtures/program.ts";
import type { Scale } from "./scaled-clock.ts";

/** The built product on the simulation's clock, that can be killed and started again on what it left behind. */
export interface ProductProcess {
  readonly url: string;
  /** False between a kill and the first answer afterwards. */
  readonly isUp: () => boolean;
  start(): Promise<void>;
  /** As a machine that loses power does it. */
  kill(): Promise<void>;
  /** Bytes; the product's own metric. */
  memory(): Promise<number>;
  remove(): Promise<void>;
}

const ROOT = join(import.meta.dirname, "../..");

export async function createProductProcess(
  feishu: SampleDesk,
  scale: Scale,
  refreshSeconds: number,
): Promise<ProductProcess> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const dataDir = mkdtempSync(join(tmpdir(), "rota-soak-"));
  const env = {
    ...process.env,
    ...noSettings(),
    ...settingsOf(feishu, port),
    REFRESH_SECONDS: String(refreshSeconds),
    FEISHU_TIMEOUT_MS: "120000",
    DATA_DIR: dataDir,
    LOG_LEVEL: "error",
    HOST: "127.0.0.1",
    NODE_OPTIONS: `--import=${join(import.meta.dirname, "preload.ts")}`,
    ROTA_SOAK_CLOCK: JSON.stringify(scale),
  };
  let program: Program | null = null;
  let isUp = false;

  const kill = async () => {
    isUp = false;
    program?.child.kill("SIGKILL");
    await program?.ended;
  };
  return {
    url,
    isUp: () => isUp,
    start: async () => {
      program = startProgram({ command: NPM_START, cwd: ROOT, env });
      await untilAnswers(program, `${url}/api/health`);
      isUp = true;
    },
    kill,
    memory: async () => {
      const text = await (await fetch(`${url}/api/metrics`)).text();
      return Number(text.match(/^process_resident_memory_bytes (\d+)/m)?.[1]);
    },
    remove: async () => {
      await kill();
      rmSync(dataDir, { recursive: true });
    },
  };
}
