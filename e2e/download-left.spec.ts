import { request } from "node:http";
import type { Product } from "./fixtures/product.ts";
import { expect, test } from "./fixtures/test.ts";

/** A download that nobody waits for any more costs nothing more: seen by the processor's time that the product has used. */

// Several hundred milliseconds of work a download, and no round within the test.
test.use({ productOptions: { size: 3_000, settings: { REFRESH_SECONDS: "3600" } } });

test("who leaves a download ends the work on it", async ({ product }) => {
  // What is done for the first time takes longer.
  await downloadWhole(product);
  const wholeS = await costOf(product, () => downloadWhole(product));
  const withLeftS = await costOf(product, async () => {
    for (let left = 0; left < 8; left++) await leaveAfterFirstBytes(product);
    // Downloads share the product fairly, so that by its end those that were left would be at theirs.
    await downloadWhole(product);
  });
  expect(withLeftS).toBeLessThan(5 * wholeS);
});

// The longer of the two kinds; a table is soon in the buffers on the way.
const PATH = "/api/export/ics";

async function downloadWhole(product: Product): Promise<void> {
  const response = await fetch(`${product.url}${PATH}`);
  expect(response.status).toBe(200);
  expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100_000);
}

/** Closes the connection, as a browser does whose download is cancelled. */
function leaveAfterFirstBytes(product: Product): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(`${product.url}${PATH}`, { agent: false }, (response) => {
      response.once("data", () => {
        asked.destroy();
        resolve();
      });
    });
    asked.once("error", reject);
    asked.end();
  });
}

/** The processor's time that the product takes for something, in seconds. */
async function costOf(product: Product, work: () => Promise<void>): Promise<number> {
  const before = await readCpuS(product);
  await work();
  return (await readCpuS(product)) - before;
}

async function readCpuS(product: Product): Promise<number> {
  const metrics = await (await fetch(`${product.url}/api/metrics`)).text();
  const used = /^process_cpu_seconds_total ([\d.e+-]+)$/m.exec(metrics)?.[1];
  expect(used).toBeDefined();
  return Number(used);
}
