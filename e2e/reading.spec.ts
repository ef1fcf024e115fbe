import type { Page } from "@playwright/test";
import { codeFault } from "#lib/sample-desk/fault-presets.ts";
import { startSampleDesk } from "#lib/sample-desk/server.ts";
import { openBoard } from "./fixtures/board.ts";
import { expect, test } from "./fixtures/desk-records.ts";
import { startProduct } from "./fixtures/product.ts";

/** When the page asks its server, and what it does with the answer. */

/** Every reading of the roster, by its status. */
function noteReadings(page: Page): number[] {
  const statuses: number[] = [];
  page.on("response", (response) => {
    if (response.url().includes("/api/roster")) statuses.push(response.status());
  });
  return statuses;
}

/** As a browser does when its tab goes behind another, and comes back. */
async function setVisibility(page: Page, state: "hidden" | "visible"): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => value });
    Object.defineProperty(document, "hidden", { configurable: true, get: () => value === "hidden" });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, state);
}

test("an unchanged roster costs a 304, and leaves the rows as they are", async ({ page, product }) => {
  const statuses = noteReadings(page);
  const unchanged = () => statuses.filter((status) => status === 304).length;
  await openBoard(page);
  // The first roster came with the page; the desk may still have been settling then.
  await expect.poll(unchanged, { timeout: 60_000 }).toBeGreaterThanOrEqual(1);
  await page.locator("[data-agent-id]").evaluateAll((rows) => {
    for (const row of rows) row.setAttribute("data-seen", "");
  });
  const before = unchanged();
  await expect.poll(unchanged, { timeout: 25_000 }).toBeGreaterThan(before);
  await expect(page.locator("[data-agent-id][data-seen]")).toHaveCount(9);
  expect(product.feishu.control.journal().length).toBeGreaterThan(0);
});

test("a hidden tab is silent, and reads as soon as it is seen again", async ({ page }) => {
  await page.clock.install();
  const statuses = noteReadings(page);
  await openBoard(page);
  await setVisibility(page, "hidden");
  const before = statuses.length;
  await page.clock.runFor("00:03:00");
  expect(statuses.length).toBe(before);
  await setVisibility(page, "visible");
  await expect.poll(() => statuses.length).toBeGreaterThan(before);
});

test("after sleep it reads at once", async ({ page }) => {
  await page.clock.install();
  const statuses = noteReadings(page);
  await openBoard(page);
  const before = statuses.length;
  await page.clock.fastForward("08:00:00");
  await expect.poll(() => statuses.length).toBeGreaterThan(before);
});

test.describe("before the first success", () => {
  test.use({ allowedErrors: [/status of 503/] });

  test("each page says that nothing has been read, and shows what it is for once it has", async ({
    page,
  }) => {
    const feishu = await startSampleDesk();
    feishu.control.failAlways(codeFault(155000));
    const product = await startProduct({ settings: { FEISHU_BASE_URL: feishu.url } });
    try {
      expect((await fetch(`${product.url}/api/roster`)).status).toBe(503);
      for (const path of ["/agents/li.na", "/now", "/coverage", "/"]) {
        await page.goto(`${product.url}${path}`);
        await expect(page.getByRole("heading", { name: "尚未能从飞书读取" })).toBeVisible({
          timeout: 15_000,
        });
      }
      await expect(page.getByRole("button", { name: "立即重试" }).last()).toBeEnabled();
      feishu.control.clearFaults();
      await expect(page.getByRole("grid")).toBeVisible({ timeout: 25_000 });
    } finally {
      // It goes on asking, and a product that has gone does not answer.
      await page.close();
      await product.close();
      await feishu.close();
    }
  });
});

test.describe("when our own server is gone", () => {
  test.use({ allowedErrors: [/ERR_FAILED|Failed to load resource/] });

  test("the page says so, keeps its rows, and mends itself", async ({ page }) => {
    await openBoard(page);
    await page.route("**/api/roster?*", (route) => route.abort());
    const banner = page.getByRole("region", { name: "暂时连接不上班表服务" });
    await expect(banner).toBeVisible({ timeout: 25_000 });
    await expect(page.locator("[data-agent-id]")).toHaveCount(9);
    await page.unroute("**/api/roster?*");
    await expect(banner).toHaveCount(0, { timeout: 15_000 });
  });
});
