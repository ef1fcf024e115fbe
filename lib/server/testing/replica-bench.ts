import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { vi } from "vitest";
import { z } from "zod/mini";
import { type SampleDesk, startSampleDesk } from "#lib/sample-desk/server.ts";

/** Replicas as processes of their own (replica-process.ts), in front of one Feishu and one database. */

const PROGRAM = join(import.meta.dirname, "replica-process.ts");
const CLOCK = join(import.meta.dirname, "../../../e2e/fixtures/server-clock.ts");

export const REFRESH_MS = 1_500;

const stateSchema = z.object({
  isReader: z.boolean(),
  agents: z.nullable(z.int()),
  freshness: z.string(),
  problem: z.nullable(z.object({ code: z.string() })),
  storage: z.object({ fault: z.nullable(z.string()) }),
});
const rosterSchema = z.object({ etag: z.string(), agents: z.int(), ageMs: z.number() });

export interface ReplicaProcess {
  state(): Promise<z.infer<typeof stateSchema>>;
  /** Looks; null: there is no roster yet. */
  look(): Promise<z.infer<typeof rosterSchema> | null>;
  refresh(): Promise<unknown>;
  useOnce(id: string): Promise<unknown>;
  /** Resolves once it has ended. */
  end(signal: "SIGKILL" | "SIGTERM"): Promise<void>;
}

export interface ReplicaStart {
  readonly databaseUrl: string;
  /** What its clock is ahead. */
  readonly skewMs?: number;
  readonly settings?: Readonly<Record<string, string>>;
}

/** `close` ends Feishu and whatever was started. */
export async function openReplicaBench() {
  const feishu = await startSampleDesk();
  const ends: (() => Promise<void>)[] = [];
  return {
    feishu,
    start: (how: ReplicaStart) => startReplica(feishu, how, ends),
    close: async () => {
      await Promise.all(ends.map((end) => end()));
      await feishu.close();
    },
  };
}

async function startReplica(
  feishu: SampleDesk,
  how: ReplicaStart,
  ends: (() => Promise<void>)[],
): Promise<ReplicaProcess> {
  const settings = {
    FEISHU_APP_ID: feishu.appId,
    FEISHU_APP_SECRET: feishu.appSecret,
    FEISHU_HELPDESK_ID: feishu.helpdeskId,
    FEISHU_HELPDESK_TOKEN: feishu.helpdeskToken,
    FEISHU_BASE_URL: feishu.url,
    AUTH_MODE: "open",
    DATABASE_URL: how.databaseUrl,
    POLL_WHEN_IDLE: "true",
    LOG_LEVEL: "warn",
    ...how.settings,
  };
  const args = ["--conditions=react-server", `--import=${CLOCK}`, PROGRAM, JSON.stringify(settings)];
  const child = spawn(process.execPath, [...args, String(REFRESH_MS)], {
    env: { ...process.env, ROTA_E2E_OFFSET_MS: String(how.skewMs ?? 0) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const gone = once(child, "exit");
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await gone;
  };
  ends.push(() => end("SIGKILL"));
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => said.push(String(chunk)));
  const port = await vi.waitFor(
    () => {
      const found = said.join("").match(/port (\d+)/)?.[1];
      if (found === undefined) throw new Error(`It has not started:\n${said.join("")}`);
      return found;
    },
    { timeout: 30_000, interval: 50 },
  );
  const ask = async (path: string): Promise<unknown> =>
    (await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(20_000) })).json();
  return {
    state: async () => stateSchema.parse(await ask("/state")),
    look: async () => z.nullable(rosterSchema).parse(await ask("/roster")),
    refresh: () => ask("/refresh"),
    useOnce: (id) => ask(`/once/${id}`),
    end,
  };
}
