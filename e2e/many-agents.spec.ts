import type { Page } from "@playwright/test";
import { gridOf, openBoard } from "./fixtures/board.ts";
import { expect, test } from "./fixtures/test.ts";

/** A desk of a thousand agents: few rows are drawn, and nobody who moves through them notices. */

test.use({ productOptions: { size: 1_000 } });

const PLAIN = "?group=none&sort=name";
const drawn = (page: Page) => page.locator("[data-agent-id]");
const focusedIndex = (page: Page) =>
  page.evaluate(() => Number(document.activeElement?.closest("[role=row]")?.getAttribute("aria-rowindex")));

test("all rows are counted and few are drawn", async ({ page }) => {
  await openBoard(page, PLAIN);
  await expect(gridOf(page)).toHaveAttribute("aria-rowcount", "1002");
  expect(await drawn(page).count()).toBeLessThan(60);
  expect(await page.locator("*").count()).toBeLessThanOrEqual(3_500);
});

test("scrolling draws the rows that come into view, down to the last", async ({ page }) => {
  await openBoard(page, PLAIN);
  const scroller = page.locator("[data-roster-scroller]");
  await scroller.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect(gridOf(page).locator("[aria-rowindex='1002']")).toBeInViewport();
  expect(await page.locator("*").count()).toBeLessThanOrEqual(3_500);
});

test("the focused row stays in the document, and keys go on from it", async ({ page }) => {
  await openBoard(page, PLAIN);
  const first = drawn(page).first().getByRole("rowheader");
  await first.focus();
  await page.locator("[data-roster-scroller]").evaluate((element) => element.scrollTo(0, 20_000));
  await expect(gridOf(page).locator("[aria-rowindex='470']")).toBeInViewport();
  await expect(gridOf(page).locator("[aria-rowindex='3'] [role=rowheader]")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => focusedIndex(page)).toBe(4);
  await expect(gridOf(page).locator("[aria-rowindex='4']")).toBeInViewport();
});

test("PageDown and PageUp go by a screenful, Ctrl+End and Ctrl+Home to the ends", async ({ page }) => {
  await openBoard(page, PLAIN);
  await drawn(page).first().getByRole("rowheader").focus();
  await page.keyboard.press("PageDown");
  await expect.poll(() => focusedIndex(page)).toBeGreaterThan(10);
  const after = await focusedIndex(page);
  expect(after).toBeLessThan(25);
  await page.keyboard.press("PageDown");
  await expect.poll(() => focusedIndex(page)).toBe(after + (after - 3));
  await page.keyboard.press("PageUp");
  await expect.poll(() => focusedIndex(page)).toBe(after);
  await page.keyboard.press("Control+End");
  await expect.poll(() => focusedIndex(page)).toBe(1_002);
  await expect(page.locator(":focus")).toBeInViewport();
  await page.keyboard.press("Control+Home");
  await expect.poll(() => focusedIndex(page)).toBe(3);
  await expect(page.locator(":focus")).toBeInViewport();
});

test("a search among all of them finds the one", async ({ page, product }) => {
  await openBoard(page, PLAIN);
  const roster = await (await page.request.get(`${product.url}/api/roster`)).json();
  const last = roster.agents.at(-1);
  await page.getByRole("textbox", { name: "姓名、邮箱、技能、拼音" }).fill(last.email);
  await expect(drawn(page)).toHaveCount(1);
  await expect(drawn(page)).toHaveAttribute("data-agent-id", last.id);
});
