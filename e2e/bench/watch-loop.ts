import { monitorEventLoopDelay } from "node:perf_hooks";

/**
 * Loaded into a process that is measured (`NODE_OPTIONS=--import=…`): says on stderr, ten times a second, how long its event
 * loop was held at most, where that is worth a line.
 */
const RESOLUTION_MS = 1;
const WORTH_MS = 5;

const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();
setInterval(() => {
  const heldMs = delay.max / 1e6 - RESOLUTION_MS;
  delay.reset();
  if (heldMs >= WORTH_MS) process.stderr.write(`${JSON.stringify({ heldMs })}\n`);
}, 100).unref();
