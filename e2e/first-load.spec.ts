import type { Page } from "@playwright/test";
import { BUDGETS } from "./budgets.ts";
import { openBoard } from "./fixtures/board.ts";
import { testFirstLoad } from "./fixtures/first-load.ts";
import { expect, test } from "./fixtures/test.ts";

/** What comes with the page itself, and what a first load costs where that can be counted. */

test.use({ productOptions: { size: 1_000 }, viewport: { width: 1440, height: 900 } });

testFirstLoad(BUDGETS.rosterRequests.large);

test("below 768 px a skeleton stands in for the rows", async ({ browser, product }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await page.goto(product.url);
  await expect(page.locator("[data-agent-id]").first()).toBeHidden();
  await expect(page.locator("[aria-busy=true]")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await context.close();
});

test("the browser's rows are the server's, in their order", async ({ page, browser, product }) => {
  const plain = await browser.newContext({ javaScriptEnabled: false, locale: "zh-CN" });
  const unscripted = await plain.newPage();
  const ids = (of: Page) =>
    of.locator("[data-agent-id]").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-agent-id")));
  for (const search of ["", "?group=skill", "?q=li&lang=en", "?status=offline&sort=start&group=none"]) {
    await unscripted.goto(`${product.url}/${search}`);
    const first = await ids(unscripted);
    await openBoard(page, search);
    const drawn = await ids(page);
    expect(drawn.slice(0, 15)).toEqual(first.slice(0, 15));
    expect(first.length).toBeGreaterThan(10);
  }
  await plain.close();
});

test("a filter pressed before the roster is here waits for it, and says so", async ({ page }) => {
  const gate = Promise.withResolvers<void>();
  await page.route("**/api/roster*", async (route) => {
    await gate.promise;
    await route.continue();
  });
  await page.goto("/");
  await page.locator('[data-filter-status="offline"]').click();
  await expect(page.locator("[aria-busy=true]")).toBeVisible();
  gate.resolve();
  await expect(page.locator("[data-agent-id]").first()).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
});
