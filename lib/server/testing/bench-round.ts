import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readSettings } from "#lib/config/read-settings.ts";
import { createBreakerBook } from "#lib/feishu/breaker.ts";
import { readRoster } from "#lib/roster/read-roster.ts";
import { WHOLE } from "#lib/roster/shape.ts";
import { openStore } from "#lib/store/open-store.ts";
import { createFeeds } from "../feeds.ts";
import { packOnce } from "../packed.ts";
import { systemClock } from "../system-clock.ts";
import { type Held, threadCpuMs, watchThread } from "./watch-thread.ts";

/**
 * `npm run bench:round`: what a round of a large desk costs this process, from the call to Feishu to the roster that is
 * kept and the first answer from it; Feishu is another process whose answers are made before (byte-desk.ts). For each
 * round: how long it took, the processor's time of this thread, and the longest stretch for which the thread was held.
 */
const { values } = parseArgs({
  options: {
    size: { type: "string", default: "10000" },
    likeness: { type: "string", default: "different" },
    packed: { type: "string", default: "no" },
    changed: { type: "string", default: "200" },
    rounds: { type: "string", default: "6" },
  },
});

/** Rounds begin a second after the one before (lib/roster/waits.ts). */
const ROUND_MS = 1_000;

const folder = await mkdtemp(join(tmpdir(), "rota-round-"));
const feishu = await startByteDesk();
const settings = {
  ...readSettings({
    FEISHU_APP_ID: "cli_bench",
    FEISHU_APP_SECRET: "secret",
    FEISHU_HELPDESK_ID: "1",
    FEISHU_HELPDESK_TOKEN: "token",
    FEISHU_BASE_URL: feishu.url,
    AUTH_MODE: "open",
    DATA_DIR: folder,
    POLL_WHEN_IDLE: "true",
  }),
  refreshMs: ROUND_MS,
};
if (settings.source.kind !== "feishu") throw new Error("The bench needs its own Feishu.");
const faults: unknown[] = [];
const round = { over: Promise.withResolvers<{ durationMs: number }>() };
const store = openStore(settings, {
  clock: systemClock,
  observer: { onFault: (fault) => faults.push(fault), onRecovery: () => {} },
  helpdeskIds: new Map(),
});
const desks = createFeeds(settings, settings.source, {
  clock: systemClock,
  store,
  breakers: createBreakerBook(),
  replicate: null,
  observers: {
    calls: { onCall: () => {} },
    feeds: {
      onLook: () => {},
      onRound: ({ durationMs }) => {
        round.over.resolve({ durationMs });
        round.over = Promise.withResolvers();
      },
      onFailedAttempt: (_, problem) => faults.push(problem),
      onUnexpected: (_, error) => faults.push(error),
    },
    store: { onFault: (fault) => faults.push(fault), onRecovery: () => {} },
  },
});
const context = { desks, clock: systemClock, firstWaitMs: 0 };
const [source] = desks.values();
const watch = watchThread();
say(`${values.size} agents, ${values.likeness}, ${feishu.bytes} bytes, ${values.changed} change each round`);
say("round    ms   cpu ms   held ms (cpu)   afterwards (cpu)   first answer ms   cpu   held ms (cpu)");
for (let n = 1; n <= Number(values.rounds); n++) {
  watch.take();
  let cpuMs = threadCpuMs();
  if (n === 1) source?.feed.start();
  const { durationMs } = await round.over.promise;
  const roundCpuMs = threadCpuMs() - cpuMs;
  await turn();
  const held = watch.take();
  await new Promise((resolve) => setTimeout(resolve, 300));
  const after = watch.take();
  cpuMs = threadCpuMs();
  const startedMs = performance.now();
  const { document } = await readRoster(context, { deskKey: null, shape: WHOLE });
  const madeMs = performance.now() - startedMs;
  const answerCpuMs = threadCpuMs() - cpuMs;
  await packOnce(document.body, "br");
  await turn();
  const answerHeld = watch.take();
  say(
    [
      String(n).padStart(5),
      durationMs.toFixed(0).padStart(5),
      roundCpuMs.toFixed(0).padStart(8),
      show(held).padStart(15),
      show(after).padStart(18),
      madeMs.toFixed(0).padStart(17),
      answerCpuMs.toFixed(0).padStart(5),
      show(answerHeld).padStart(15),
    ].join(" "),
  );
}
watch.stop();
const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
say(
  `memory: ${[rss, heapUsed, arrayBuffers].map((bytes) => (bytes / 1e6).toFixed(0)).join(" / ")} MB resident / heap / buffers`,
);
await source?.feed.stop();
await store.close();
feishu.stop();
await rm(folder, { recursive: true });
if (faults.length > 0) say(`faults: ${faults.map(String).join(", ")}`);

async function startByteDesk() {
  const { size, likeness, packed, changed } = values;
  const program = join(import.meta.dirname, "byte-desk.ts");
  const child = spawn(process.execPath, [program, size, likeness, packed, changed], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = await once(child.stdout, "data");
  const [, port, bytes] = /port (\d+) bytes (\d+)/.exec(String(said)) ?? [];
  return { url: `http://127.0.0.1:${port}`, bytes, stop: () => child.kill() };
}

/** Longer than a tick of the watch. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}

function show({ wallMs, cpuMs }: Held): string {
  return `${wallMs.toFixed(0)} (${cpuMs.toFixed(0)})`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
