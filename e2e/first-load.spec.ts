import type { Page } from "@playwright/test";
import { BUDGETS } from "./budgets.ts";
import { openBoard } from "./fixtures/board.ts";
import { expect, test } from "./fixtures/test.ts";

/** What comes with the page itself, and what a first load costs where that can be counted. */

interface Load {
  readonly elements: number;
  readonly htmlBytes: number;
  readonly scriptBytes: number;
  readonly requests: number;
  readonly rosterRequests: number;
  readonly shift: number;
}

/** Counts a load that has come to rest. */
async function countLoad(page: Page): Promise<Load> {
  await page.waitForFunction(() => performance.getEntriesByName("rota:painted").length > 0);
  return page.evaluate(() => {
    const sizeOf = (entry: PerformanceEntry) =>
      entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : 0;
    const resources = performance.getEntriesByType("resource");
    const scripts = resources.filter(({ name }) => name.includes(".js"));
    return {
      elements: document.querySelectorAll("*").length,
      htmlBytes: performance.getEntriesByType("navigation").reduce((sum, one) => sum + sizeOf(one), 0),
      scriptBytes: scripts.reduce((sum, one) => sum + sizeOf(one), 0),
      requests: resources.length + 1,
      rosterRequests: resources.filter(({ name }) => name.includes("/api/roster")).length,
      shift: Number(document.documentElement.dataset.shift ?? 0),
    };
  });
}

/** Adds up on `html[data-shift]` by how much what is drawn moves by itself. */
async function noteShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const value = "value" in entry && typeof entry.value === "number" ? entry.value : 0;
        const { dataset } = document.documentElement;
        dataset.shift = String(Number(dataset.shift ?? 0) + value);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

for (const { size, rosterRequests } of [
  { size: 60, rosterRequests: BUDGETS.rosterRequests.whole },
  { size: 1_000, rosterRequests: BUDGETS.rosterRequests.large },
  { size: 10_000, rosterRequests: BUDGETS.rosterRequests.large },
]) {
  test.describe(`${size} agents`, () => {
    test.use({ productOptions: { size }, viewport: { width: 1440, height: 900 } });

    test("a first load keeps within the budgets, and nothing moves", async ({ page }) => {
      await noteShifts(page);
      await openBoard(page);
      const load = await countLoad(page);
      expect(load.elements).toBeLessThanOrEqual(BUDGETS.domElements);
      expect(load.htmlBytes).toBeLessThanOrEqual(BUDGETS.htmlBytes);
      expect(load.scriptBytes).toBeLessThanOrEqual(BUDGETS.scriptBytes);
      expect(load.requests).toBeLessThanOrEqual(BUDGETS.requests);
      expect(load.rosterRequests).toBe(rosterRequests);
      expect(load.shift).toBe(0);
    });

    test.describe("without scripts", () => {
      test.use({ javaScriptEnabled: false });

      test("the first rows stand where the script will leave them", async ({ page }) => {
        await page.goto("/?lang=en&theme=dark&group=none&sort=name&zone=Europe/Berlin");
        await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
        const rows = page.locator("[data-agent-id]");
        expect(await rows.count()).toBeGreaterThanOrEqual(30);
        await expect(rows.first()).toBeVisible();
        await expect(rows.first().locator("[data-block]").first()).toBeVisible();
        await expect(page.getByRole("grid")).toHaveAttribute("aria-rowcount", String(await countRows(page)));
        const tops = await rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().top));
        expect(tops.slice(1, 12).map((top, i) => top - (tops[i] ?? 0))).toEqual(Array(11).fill(44));
      });
    });
  });
}

/** The rows that the page's own count of agents shown makes, with the two of the head. */
async function countRows(page: Page): Promise<number> {
  const said = await page.getByRole("grid").locator("[role=columnheader]").first().textContent();
  return Number(said?.replace(/\D/g, "")) + 2;
}

test.describe("a large desk", () => {
  test.use({ productOptions: { size: 1_000 } });

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
      of
        .locator("[data-agent-id]")
        .evaluateAll((rows) => rows.map((row) => row.getAttribute("data-agent-id")));
    for (const search of ["", "?group=skill", "?q=li&lang=en", "?status=offline&sort=start&group=none"]) {
      await unscripted.goto(`${product.url}/${search}`);
      const first = await ids(unscripted);
      await openBoard(page, search);
      await page.waitForFunction(() => performance.getEntriesByName("rota:painted").length > 0);
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
});
