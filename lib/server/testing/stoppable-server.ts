import { createServer } from "node:http";
import { createLog } from "#lib/telemetry/log.ts";
import { createMetrics } from "#lib/telemetry/metrics.ts";
import { findFreePort } from "../free-port.ts";
import { stopOnSignals } from "../stop-on-signals.ts";
import { watchTraffic } from "../traffic.ts";

/**
 * A process that ends as the product does, only sooner: `/slow` is answered after a while, `/hung` never, and all else
 * with whether the process is stopping. With `--stuck` what it holds never closes. Prints its port.
 */
const port = await findFreePort("127.0.0.1");
const log = createLog({ level: "info", secrets: [] });
const traffic = watchTraffic({ port, basePath: "", log, metrics: createMetrics({ version: "1" }) });
const stopping = new AbortController();
const stop = () => (process.argv.includes("--stuck") ? new Promise<void>(() => {}) : Promise.resolve());
stopOnSignals({ log, traffic, stopping, stop }, { noticeMs: 300, drainMs: 900, closeMs: 300 });

const server = createServer((request, response) => {
  if (request.url === "/hung") return;
  const answer = () => response.end(String(stopping.signal.aborted));
  if (request.url === "/slow") setTimeout(answer, 700);
  else answer();
});
server.listen(port, "127.0.0.1", () => process.stdout.write(`port ${port}\n`));
