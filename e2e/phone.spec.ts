import { addressOf, expectIds, gridOf, openBoard } from "./fixtures/board.ts";
import { expect, test } from "./fixtures/desk-records.ts";

/** A narrow window: a list by day on a phone, three days of the week on a small tablet. */

test.describe("390 px", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("the day is a list: who needs attention first, then the groups", async ({ page }) => {
    await openBoard(page);
    await expect(gridOf(page)).toHaveCount(0);
    await expect(page.getByRole("list", { name: "班表" })).toBeVisible();
    await expectIds(page, [
      "li.na",
      "zhou.zixuan",
      "zhang.wei",
      "song.yanan",
      "zheng.kai",
      "priya.nair",
      "emily.carter",
      "omar.haddad",
      "lv.siqi",
    ]);
    await expect(page.getByRole("heading", { name: "需要关注" })).toBeVisible();
    const line = page.getByRole("link", { name: /李娜/ });
    await expect(line).toHaveAccessibleName(/离线（手动）.*11月19日 周四：09:00–18:00/);
    await expect(line).toContainText("09:00–18:00");
  });

  test("now stands on top: how many are there, and who is missing", async ({ page }) => {
    await openBoard(page);
    const card = page.getByRole("heading", { name: /^现在 17:\d\d$/ }).locator("xpath=ancestor::section");
    await expect(card).toContainText("3人在线，计划 4 人");
    await card.getByRole("button", { name: "1 人在班但离线" }).click();
    await expectIds(page, ["li.na"]);
    expect(addressOf(page, "exception")).toBe("offline-on-shift");
  });

  test("the next change of each skill stands on one line", async ({ page }) => {
    await page.goto("/now?lang=en");
    const changes = page
      .getByRole("table")
      .locator("tbody td:last-child > span")
      .filter({ hasText: /^\d\d:\d\d/ });
    await expect(changes.first()).toBeVisible();
    const heights = await changes.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(heights.filter((height) => height > 28)).toEqual([]);
  });

  test("what is shown can be taken along from here too", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await openBoard(page, "?lang=en&q=李娜");
    await page.getByRole("button", { name: "Export" }).click();
    await expect(page.getByRole("link", { name: "Table (CSV)" })).toBeVisible();
    await page.getByRole("button", { name: "Copy as text" }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain("李娜");
  });

  test("the tabs lead from day to day and week to week", async ({ page }) => {
    await openBoard(page);
    const days = page.getByRole("navigation", { name: "选择日期" });
    await expect(days.getByRole("button", { name: "11月19日 周四" })).toHaveAttribute("aria-current", "date");
    await days.getByRole("button", { name: "11月21日 周六" }).click();
    await expect(page.getByRole("link", { name: /宋雅楠/ })).toHaveAccessibleName(
      /11月21日 周六：00:00–24:00/,
    );
    await expect(page.getByRole("heading", { name: /^现在/ })).toHaveCount(0);
    expect(addressOf(page, "week")).toBe("2026-11-21");
    await days.getByRole("button", { name: "下一周" }).click();
    await expect(days.getByRole("button", { name: "11月23日 周一" })).toBeVisible();
    await page.goBack();
    await expect(days.getByRole("button", { name: "11月21日 周六" })).toHaveAttribute("aria-current", "date");
  });

  test("filters: chips in a row, the rest in a sheet", async ({ page }) => {
    await openBoard(page);
    await page.getByRole("button", { name: "当前在班 4" }).tap();
    await expect(page.locator("[data-agent-id]")).toHaveCount(4);
    await page.getByRole("button", { name: "筛选，已启用 1 项" }).tap();
    const sheet = page.getByRole("dialog", { name: "筛选" });
    await expect(sheet).toContainText("4 / 9 人");
    await sheet.getByRole("textbox").fill("priya");
    await sheet.getByRole("button", { name: "关闭" }).tap();
    await expectIds(page, ["priya.nair"]);
    await page.getByRole("button", { name: "筛选，已启用 2 项" }).tap();
    await sheet.getByRole("button", { name: "清除筛选" }).tap();
    await sheet.getByRole("combobox", { name: "分组方式" }).selectOption("按公司");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("heading", { name: "云杉科技" })).toBeAttached();
  });

  test("a line leads to the agent's page, which fits the screen", async ({ page }) => {
    await openBoard(page);
    await page.getByRole("link", { name: /李娜/ }).tap();
    await expect(page.getByRole("heading", { name: "李娜" })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  test("the desk's name opens the settings", async ({ page }) => {
    await openBoard(page);
    await page.getByRole("button", { name: "IT 服务台" }).tap();
    await page.getByText("English", { exact: true }).tap();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
  });

  test("targets are 24 px at least", async ({ page }) => {
    await openBoard(page);
    for (const target of await page.locator("a:visible, button:visible, select:visible").all()) {
      const box = await target.boundingBox();
      if (box === null || box.width <= 1) continue;
      expect(Math.min(box.width, box.height), (await target.textContent()) ?? "").toBeGreaterThanOrEqual(24);
    }
  });
});

test.describe("600 px", () => {
  test.use({ viewport: { width: 600, height: 900 } });

  test("yesterday, today and tomorrow fill the window; the rest is a swipe away", async ({ page }) => {
    await openBoard(page);
    const inSight = async (name: string) => {
      const box = await page.getByRole("columnheader", { name }).boundingBox();
      return box !== null && box.x >= 147 && box.x + box.width <= 601;
    };
    await expect.poll(() => inSight("11月18日 周三")).toBe(true);
    expect(await inSight("11月19日 周四, 今天")).toBe(true);
    expect(await inSight("11月20日 周五")).toBe(true);
    expect(await inSight("11月17日 周二")).toBe(false);
    expect(await inSight("11月21日 周六")).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(600);
  });
});
