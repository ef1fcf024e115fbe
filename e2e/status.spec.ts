import type { Page } from "@playwright/test";
import { boxOf } from "./fixtures/board.ts";
import { hold } from "./fixtures/hold.ts";
import { expect, test } from "./fixtures/test.ts";

/** `/status`: how far the data can be trusted (product.md, section 4). */

const cardOf = (page: Page, title: string) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: title }) });

test("the last failures stand there with their times and Feishu's log ids", async ({ page, product }) => {
  await page.goto("/status?lang=en");
  const card = cardOf(page, "Last failed calls to Feishu");
  await expect(card).toContainText("None since it started.");

  product.feishu.control.failNext({ kind: "code", code: 99991672, logId: "log-of-the-test" });
  // The next round is at most an interval away; what is on the page is as old as the page.
  await expect(async () => {
    await page.reload();
    await expect(card).toContainText("The app may not read this helpdesk", { timeout: 2_000 });
  }).toPass({ timeout: 25_000 });
  await expect(card).toContainText("Give the app the right helpdesk:all:readonly");
  await expect(card).toContainText("Feishu answered with code 99991672 (HTTP ");
  await expect(card).toContainText(/Thu 19 Nov 17:2\d/);
  await expect(card.locator("code")).toHaveText(/^\S{10,}$/);
});

test("it tells the same in Chinese", async ({ page }) => {
  await page.goto("/status");
  await expect(cardOf(page, "本进程最近失败的飞书调用")).toBeVisible();
  await expect(cardOf(page, "搁置的记录")).toContainText("没有 ID 的客服");
});

test("what reading costs, and where it is kept, stand there", async ({ page }) => {
  await page.goto("/status?lang=en");
  const quota = cardOf(page, "Quota of calls to Feishu");
  await expect(quota.getByRole("definition").first()).toHaveText(/^[1-9][\d,]*$/);
  await expect(quota).toContainText("10 s");
  await expect(quota).toContainText("285,120 a month");
  const store = cardOf(page, "Store");
  await expect(store).toContainText("SQLite, in DATA_DIR");
  await expect(store).toContainText("in order");
});

test("nothing moves when the roster comes", async ({ page, request }) => {
  // A trouble would bring a banner and two lines more; a refused permission is asked again after half a minute.
  const problem = async () => (await (await request.get("/api/roster")).json()).problem;
  await expect.poll(problem, { timeout: 45_000 }).toBeNull();
  const release = await hold(page, "**/api/roster*");
  await page.goto("/status?lang=en");
  const [reading, last] = [cardOf(page, "Reading"), cardOf(page, "Last failed calls to Feishu")];
  const before = [await boxOf(reading), await boxOf(last)];
  await release();
  await expect(reading).toContainText("Thu 19 Nov");
  expect([await boxOf(reading), await boxOf(last)]).toEqual(before);
});
