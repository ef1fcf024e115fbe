import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser } from "@playwright/test";

const ROOT = join(import.meta.dirname, "../..");
const NEXT = join(ROOT, "node_modules/next/dist/bin/next");
const HELLO = join(import.meta.dirname, "hello");

/** Compressed bytes of the scripts that a hello world on Next and React Query loads. */
export async function measureHello(browser: Browser): Promise<number> {
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  await promisify(execFile)(process.execPath, [NEXT, "build", HELLO], { env });
  const child = spawn(process.execPath, [NEXT, "start", HELLO, "-H", "127.0.0.1", "-p", "0"], { env });
  try {
    const page = await browser.newPage();
    await page.goto(await untilReady(child.stdout), { waitUntil: "networkidle" });
    const bytes = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .filter(({ name }) => name.includes(".js"))
        .reduce((sum, one) => sum + (one instanceof PerformanceResourceTiming ? one.encodedBodySize : 0), 0),
    );
    await page.close();
    return bytes;
  } finally {
    const gone = once(child, "exit");
    child.kill("SIGTERM");
    await gone;
  }
}

/** Its address, which it says before it is ready. */
async function untilReady(output: AsyncIterable<unknown>): Promise<string> {
  let said = "";
  for await (const chunk of output) {
    said += String(chunk);
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
    if (url !== undefined && said.includes("Ready in")) return url;
  }
  throw new Error(`The hello world did not start:\n${said}`);
}
